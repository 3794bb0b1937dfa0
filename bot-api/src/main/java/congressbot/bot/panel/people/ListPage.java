package congressbot.bot.panel.people;

import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.office.Column;
import congressbot.bot.office.SavedViews;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.Page;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Position;
import congressbot.bot.participant.Totals;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Uf;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/painel/inscritos`: the registrations. Documents are covered until somebody who may asks for them.
final class ListPage {
    /// Registrations on one page.
    static final int SIZE = 50;

    /// With fewer found to the letter, those of similar spelling stand below.
    private static final int FEW = 10;

    private static final int MOST_NEAR = 10;

    /// CPFs that an account without the right to see them looks for within [#WHILE].
    static final int MOST_CPFS = 30;

    private static final Duration WHILE = Duration.ofHours(1);
    private static final String ABROAD = "EX";

    private final Surroundings around;
    private final SavedViews views;

    ListPage(Surroundings around, SavedViews views) {
        this.around = around;
        this.views = views;
    }

    void addTo(Desk desk) {
        desk.get("/inscritos", Right.SEE_PARTICIPANTS, this::show);
        desk.post("/inscritos/vistas", Right.SEE_PARTICIPANTS, this::save);
        desk.post("/inscritos/vistas/{vista}/apagar", Right.SEE_PARTICIPANTS, this::drop);
    }

    private void show(Visit visit) {
        ListQuery asked = ListQuery.of(visit::query);
        ListQuery query = searched(visit, asked);
        boolean whole = visit.wantsWholeCpf() && query.columns().contains(Column.DOCUMENT);
        Listing listing = listing(visit, query, whole);
        if (whole) {
            List<Subject> read = Stream.concat(listing.page().participants().stream(), listing.near().stream())
                    .map(Participant::number)
                    .distinct()
                    .map(number -> new Subject("participant", number))
                    .toList();
            around.audit().note(visit.witness(), Deed.READ_DOCUMENT, read);
        }
        String template = visit.isForPart() ? "people/results" : "people/list";
        around.pages().show(visit, template, Map.of("listing", listing, "paused", isPaused(asked, query)));
    }

    /// What is really looked for: whoever may not see CPFs looks for some in an hour, or would find them out one by
    /// one.
    private ListQuery searched(Visit visit, ListQuery query) {
        Optional<Cpf> cpf = query.sieve().search().cpf();
        if (cpf.isEmpty() || visit.may(Right.SEE_WHOLE_CPF)) {
            return query;
        }
        boolean looks = Cpf.valid(cpf.get().digits()) // else it is a phone
                && around.audit()
                        .noteAtMost(
                                MOST_CPFS,
                                around.time().instant().minus(WHILE),
                                visit.witness(),
                                Deed.SEARCH_DOCUMENT,
                                new Subject("list", "cpf"));
        return looks ? query : query.withoutCpf();
    }

    private static boolean isPaused(ListQuery asked, ListQuery searched) {
        return !asked.equals(searched)
                && asked.sieve()
                        .search()
                        .cpf()
                        .filter(cpf -> Cpf.valid(cpf.digits()))
                        .isPresent();
    }

    private Listing listing(Visit visit, ListQuery query, boolean whole) {
        ParticipantList list = around.list(visit);
        Totals totals = list.totals(query.sieve());
        Page page = list.page(query.sieve(), query.order(), query.position(), SIZE);
        boolean looksNear = query.position() instanceof Position.First
                && totals.all() < FEW
                && !query.sieve().search().isForAll();
        List<Participant> near =
                looksNear ? list.near(query.sieve(), visit.may(Right.SEE_WHOLE_CPF), MOST_NEAR) : List.of();
        Listing.Choices choices = new Listing.Choices(
                around.congress(visit).profiles(),
                Stream.concat(Arrays.stream(Uf.values()).map(Uf::name), Stream.of(ABROAD))
                        .toList(),
                list.channels());
        return new Listing(query, totals, page, near, choices, views.of(visit.account()), whole, around.words());
    }

    private void save(Visit visit) {
        String name = visit.form().field("nome").strip();
        ListQuery query = ListQuery.parsed(visit.form().field("vista"));
        String back = Listing.PATH + (query.text().isEmpty() ? "" : "?" + query.text());
        boolean named = !name.isEmpty() && name.codePointCount(0, name.length()) <= SavedViews.LONGEST_NAME;
        if (visit.form().field("vista").length() > ListQuery.LONGEST_READ
                || query.text().length() > ListQuery.LONGEST) {
            visit.goTo(Listing.PATH, "people-view-long");
        } else if (!named) {
            visit.goTo(back, "people-view-name");
        } else if (views.save(visit.account(), name, query.text())) {
            visit.goTo(back, "people-view-saved");
        } else {
            visit.goTo(back, "people-view-many");
        }
    }

    private void drop(Visit visit) {
        visit.number("vista").ifPresent(id -> views.drop(visit.account(), id));
        visit.goTo(Listing.PATH, "people-view-gone");
    }
}
