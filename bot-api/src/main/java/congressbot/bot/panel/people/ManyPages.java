package congressbot.bot.panel.people;

import congressbot.bot.account.Right;
import congressbot.bot.office.Bulk;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Sieve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// `/painel/inscritos/varios`: the same done to many: to the ticked ones, or to all that the list finds. First it is
/// told to how many.
final class ManyPages {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CAUSE = Pattern.compile("[0-9a-f-]{36}");

    private final Surroundings around;
    private final Bulk bulk;

    ManyPages(Surroundings around, Bulk bulk) {
        this.around = around;
        this.bulk = bulk;
    }

    void addTo(Desk desk) {
        desk.post("/inscritos/varios", Right.EDIT_PARTICIPANTS, this::ask);
        desk.post("/inscritos/varios/fazer", Right.EDIT_PARTICIPANTS, this::carryOut);
    }

    private void ask(Visit visit) {
        ListQuery query = ListQuery.parsed(visit.form().field("vista"));
        String back = Listing.PATH + (query.text().isEmpty() ? "" : "?" + query.text());
        Optional<Bulk.Act> act = act(visit);
        boolean everybody = visit.form().field("quem").equals("todas");
        Sieve sieve = concerned(query.sieve(), act);
        List<Long> numbers = everybody ? around.list(visit).numbers(sieve, Bulk.MOST + 1) : numbers(visit);
        if (act.isEmpty() || numbers.isEmpty()) {
            visit.goTo(back, "people-nobody");
            return;
        }
        long all = everybody ? around.list(visit).totals(sieve).all() : numbers.size();
        ManyQuestion question = new ManyQuestion(
                ListQuery.code(act.get()),
                numbers.stream().limit(Bulk.MOST).toList(),
                all,
                Bulk.MOST,
                back,
                UUID.randomUUID().toString());
        around.pages().show(visit, "people/many", Map.of("question", question));
    }

    /// Of all only those to whom it can be done.
    private static Sieve concerned(Sieve sieve, Optional<Bulk.Act> act) {
        if (sieve.status().isPresent() || act.isEmpty()) {
            return sieve;
        }
        Status status = act.get() == Bulk.Act.RESTORE ? Status.CANCELLED : Status.CONFIRMED;
        return new Sieve(
                sieve.search(),
                sieve.profile(),
                sieve.state(),
                sieve.city(),
                sieve.from(),
                sieve.to(),
                sieve.channel(),
                Optional.of(status),
                sieve.mail());
    }

    private void carryOut(Visit visit) {
        Optional<Bulk.Act> act = act(visit);
        List<Long> numbers = numbers(visit);
        String cause = visit.form().field("causa");
        if (act.isEmpty() || numbers.size() > Bulk.MOST || !CAUSE.matcher(cause).matches()) {
            visit.goTo(Listing.PATH, "people-nobody");
            return;
        }
        Bulk.Tally tally = bulk.carryOut(visit.witness(), act.get(), numbers, cause);
        ListQuery query = ListQuery.parsed(visit.form().field("vista"));
        String back = Listing.PATH + (query.text().isEmpty() ? "" : "?" + query.text());
        around.pages()
                .show(visit, "people/done", Map.of("report", new ManyReport(ListQuery.code(act.get()), tally, back)));
    }

    private static Optional<Bulk.Act> act(Visit visit) {
        String wanted = visit.form().field("fazer");
        return Arrays.stream(Bulk.Act.values())
                .filter(act -> ListQuery.code(act).equals(wanted))
                .findFirst();
    }

    /// Ticked one by one, or all in one field.
    private static List<Long> numbers(Visit visit) {
        return visit.form().fields("numero").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> NUMBER.matcher(value).matches())
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}
