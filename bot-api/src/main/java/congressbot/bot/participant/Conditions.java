package congressbot.bot.participant;

import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.PhoneLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// What a [Sieve] lets through, as a condition over `participants`. What people typed stands in the
/// bound values alone.
final class Conditions {
    /// Days begin in Brasília.
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    /// Words of a search that count.
    private static final int MOST_WORDS = 8;

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Conditions() {
        all.add("congress_id = :congress");
    }

    static Conditions of(String congress, Sieve sieve) {
        Conditions conditions = ofFilters(congress, sieve);
        conditions.search(sieve.search());
        return conditions;
    }

    /// Without the search.
    static Conditions ofFilters(String congress, Sieve sieve) {
        Conditions conditions = new Conditions();
        conditions.values.put("congress", congress);
        conditions.filters(sieve);
        return conditions;
    }

    String sql() {
        return String.join(" AND ", all);
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement.define("found", sql()).bindMap(values);
    }

    private void filters(Sieve sieve) {
        add(sieve.profile(), "profile", "profile = :profile");
        add(sieve.state(), "state", "state = :state");
        add(sieve.city(), "city", "starts_with(plain_city, plain(:city))");
        add(sieve.from().map(Conditions::begin), "from", "created_at >= :from");
        add(sieve.to().map(day -> begin(day.plusDays(1))), "to", "created_at < :to");
        add(sieve.channel(), "channel", "channel = :channel");
        add(sieve.status().map(status -> status.name().toLowerCase(Locale.ROOT)), "status", "status = :status");
        sieve.mail().ifPresent(mail -> {
            if (mail == MailState.NONE) {
                all.add("mail IS NULL");
            } else {
                add(Optional.of(mail.name().toLowerCase(Locale.ROOT)), "mail", "mail = :mail");
            }
        });
    }

    private void add(Optional<?> value, String name, String condition) {
        value.ifPresent(present -> {
            values.put(name, present);
            all.add(condition);
        });
    }

    /// Each part of the search is one more way to be found.
    private void search(Search search) {
        if (search.isForAll()) {
            return;
        }
        List<String> ways = new ArrayList<>();
        way(search.cpf().map(Cpf::digits), "cpf", "cpf = :cpf", ways);
        way(search.number(), "number", "id = :number", ways);
        List<String> forms = search.phone().map(PhoneLine::forms).orElse(List.of());
        for (int i = 0; i < forms.size(); i++) {
            way(Optional.of("%" + forms.get(i) + "%"), "phone" + i, "phone LIKE :phone" + i, ways);
        }
        words(search.words()).ifPresent(ways::add);
        all.add(ways.isEmpty() ? "false" : "(" + String.join(" OR ", ways) + ")");
    }

    private void way(Optional<?> value, String name, String condition, List<String> ways) {
        value.ifPresent(present -> {
            values.put(name, present);
            ways.add(condition);
        });
    }

    /// Every word stands somewhere in the name or the address.
    private Optional<String> words(List<String> words) {
        List<String> each = new ArrayList<>();
        for (String word : words.stream().limit(MOST_WORDS).toList()) {
            String name = "word" + each.size();
            values.put(name, word);
            each.add("(plain_name || ' ' || email) LIKE containing(:" + name + ")");
        }
        return each.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" AND ", each) + ")");
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
