package congressbot.bot.panel.people;

import congressbot.bot.office.Column;
import congressbot.bot.participant.MailState;
import congressbot.bot.participant.Order;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Position;
import congressbot.bot.participant.Search;
import congressbot.bot.participant.Sieve;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the address of the list says: whom to show, in which order, which columns, which page. Nonsense in an address
/// is left out, so that every address shows something.
public record ListQuery(Sieve sieve, Order order, Position position, List<Column> columns) {
    static final String SEARCH = "busca";
    static final String PROFILE = "perfil";
    static final String STATE = "uf";
    static final String CITY = "cidade";
    static final String FROM = "de";
    static final String TO = "ate";
    static final String CHANNEL = "canal";
    static final String STATUS = "situacao";
    static final String MAIL = "email";
    static final String ORDER = "ordem";
    static final String COLUMNS = "colunas";
    static final String AFTER = "depois";
    static final String BEFORE = "antes";

    /// Of an address that is kept, in characters.
    static final int LONGEST = 2_000;

    /// Of an address that is read, in characters; more than the longest of ours has with all its accents encoded.
    static final int LONGEST_READ = 8_000;

    /// On the page, unless others were chosen.
    static final List<Column> USUAL = List.of(
            Column.NUMBER,
            Column.NAME,
            Column.EMAIL,
            Column.DOCUMENT,
            Column.PHONE,
            Column.CITY,
            Column.PROFILE,
            Column.STATUS,
            Column.REGISTERED,
            Column.MAIL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_WORD = 120;

    public ListQuery {
        columns = List.copyOf(columns);
    }

    /// Reads the parameters of an address.
    ///
    /// @param value of a parameter; empty where it is missing
    static ListQuery of(UnaryOperator<String> value) {
        Sieve sieve = new Sieve(
                Search.of(value.apply(SEARCH)),
                text(value.apply(PROFILE)),
                text(value.apply(STATE))
                        .filter(state -> TWO_LETTERS.matcher(state).matches()),
                text(value.apply(CITY)),
                day(value.apply(FROM)),
                day(value.apply(TO)),
                text(value.apply(CHANNEL))
                        .filter(channel -> CODE.matcher(channel).matches()),
                constant(Status.values(), value.apply(STATUS)),
                constant(MailState.values(), value.apply(MAIL)));
        return new ListQuery(sieve, order(value.apply(ORDER)), position(value), columns(value.apply(COLUMNS)));
    }

    /// What stands in an address behind the `?`.
    static ListQuery parsed(String query) {
        Map<String, String> values = new HashMap<>();
        String bounded = query.length() <= LONGEST_READ ? query : "";
        for (String pair : bounded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return of(name -> values.getOrDefault(name, ""));
    }

    /// The same list from its beginning, as an address has it.
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(SEARCH, sieve.search().term());
        values.put(PROFILE, sieve.profile().orElse(""));
        values.put(STATE, sieve.state().orElse(""));
        values.put(CITY, sieve.city().orElse(""));
        values.put(FROM, sieve.from().map(LocalDate::toString).orElse(""));
        values.put(TO, sieve.to().map(LocalDate::toString).orElse(""));
        values.put(CHANNEL, sieve.channel().orElse(""));
        values.put(STATUS, sieve.status().map(ListQuery::code).orElse(""));
        values.put(MAIL, sieve.mail().map(ListQuery::code).orElse(""));
        values.put(ORDER, order.equals(Order.NEWEST) ? "" : orderText());
        values.put(COLUMNS, columns.equals(USUAL) ? "" : columnsText());
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String orderText() {
        return (order.descending() ? "-" : "") + code(order.key());
    }

    public String columnsText() {
        return columns.stream().map(Column::code).collect(Collectors.joining(","));
    }

    ListQuery in(Order other) {
        return new ListQuery(sieve, other, new Position.First(), columns);
    }

    /// The same part of the list, but nobody is found by a CPF.
    ListQuery withoutCpf() {
        return new ListQuery(sieve.with(sieve.search().withoutCpf()), order, position, columns);
    }

    ListQuery with(Sieve other) {
        return new ListQuery(other, order, new Position.First(), columns);
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(String value) {
        String bare = value.strip();
        return bare.isEmpty() || bare.length() > LONGEST_WORD ? Optional.empty() : Optional.of(bare);
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
        } catch (DateTimeException _) { // then it is no filter
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> code(constant).equals(code))
                .findFirst();
    }

    private static Order order(String value) {
        boolean descending = value.startsWith("-");
        return constant(Order.Key.values(), descending ? value.substring(1) : value)
                .map(key -> new Order(key, descending))
                .orElse(Order.NEWEST);
    }

    /// The name stands there always: it leads to the person.
    private static List<Column> columns(String value) {
        List<Column> chosen = Arrays.stream(value.split(","))
                .flatMap(code -> Column.of(code).stream())
                .distinct()
                .toList();
        if (chosen.isEmpty()) {
            return USUAL;
        }
        return Arrays.stream(Column.values())
                .filter(column -> column == Column.NAME || chosen.contains(column))
                .toList();
    }

    private static Position position(UnaryOperator<String> value) {
        return number(value.apply(AFTER))
                .<Position>map(Position.After::new)
                .or(() -> number(value.apply(BEFORE)).map(Position.Before::new))
                .orElseGet(Position.First::new);
    }

    private static Optional<Long> number(String value) {
        return NUMBER.matcher(value).matches() ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException _) { // a percent sign that stands for nothing
            return "";
        }
    }

    @Override
    public String toString() {
        return "ListQuery[" + sieve + ", " + order + "]";
    }
}
