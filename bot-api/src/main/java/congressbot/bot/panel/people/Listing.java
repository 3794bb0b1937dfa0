package congressbot.bot.panel.people;

import congressbot.bot.office.Bulk;
import congressbot.bot.office.Column;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.office.Rendering;
import congressbot.bot.office.SavedViews.Saved;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.MailState;
import congressbot.bot.participant.Order;
import congressbot.bot.participant.Page;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Totals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the page of the list shows.
///
/// @param near whom a misspelt search may have meant
/// @param saved views of the organiser's own
/// @param whole whether documents are shown in full
public record Listing(
        ListQuery query,
        Totals totals,
        Page page,
        List<Participant> near,
        Choices choices,
        List<Saved> saved,
        boolean whole,
        OfficeWords words) {
    static final String PATH = "/painel/inscritos";

    /// By what each column is sorted; the others are not.
    private static final Map<Column, Order.Key> SORTED = Map.of(
            Column.NUMBER, Order.Key.NUMBER,
            Column.NAME, Order.Key.NAME,
            Column.EMAIL, Order.Key.EMAIL,
            Column.CITY, Order.Key.CITY,
            Column.STATE, Order.Key.STATE,
            Column.PROFILE, Order.Key.PROFILE,
            Column.STATUS, Order.Key.STATUS,
            Column.REGISTERED, Order.Key.REGISTERED);

    public Listing {
        near = List.copyOf(near);
        saved = List.copyOf(saved);
    }

    /// What the filters offer.
    public record Choices(List<String> profiles, List<String> states, List<String> channels) {
        public Choices {
            profiles = List.copyOf(profiles);
            states = List.copyOf(states);
            channels = List.copyOf(channels);
        }
    }

    /// The head of a column.
    ///
    /// @param path sorts by it; empty where nothing is sorted
    /// @param sorted how the list is sorted by it now, in the words of ARIA; empty when it is not
    public record Head(String title, String path, String sorted) {}

    public boolean narrowed() {
        return !query.sieve().isForAll();
    }

    public String term() {
        return query.sieve().search().term();
    }

    public List<Column> columns() {
        return query.columns();
    }

    public List<Column> allColumns() {
        return List.of(Column.values());
    }

    public List<Status> statuses() {
        return List.of(Status.values());
    }

    public List<MailState> mails() {
        return List.of(MailState.values());
    }

    public String code(Enum<?> constant) {
        return ListQuery.code(constant);
    }

    public Head head(Column column) {
        Optional<Order.Key> key = Optional.ofNullable(SORTED.get(column));
        if (key.isEmpty()) {
            return new Head(words.head(column), "", "");
        }
        boolean current = query.order().key() == key.get();
        boolean descending = query.order().descending();
        Order next = new Order(key.get(), current && !descending);
        return new Head(
                words.head(column),
                path(query.in(next).text()),
                current ? (descending ? "descending" : "ascending") : "");
    }

    /// An order that the list may have.
    ///
    /// @param text as an address has it
    public record Sorting(String text, String title) {}

    /// For those who see no heads of columns.
    public List<Sorting> orders() {
        return Arrays.stream(Column.values())
                .filter(SORTED::containsKey)
                .flatMap(column -> Stream.of(sorting(column, false), sorting(column, true)))
                .toList();
    }

    private Sorting sorting(Column column, boolean descending) {
        String code = ListQuery.code(Objects.requireNonNull(SORTED.get(column)));
        return new Sorting(
                (descending ? "-" : "") + code,
                words.head(column) + ", " + words.said(descending ? "order.descending" : "order.ascending"));
    }

    public String text(Column column, Participant participant) {
        return switch (column) {
            case NUMBER -> Long.toString(participant.number());
            case NAME -> participant.name();
            case EMAIL -> participant.email();
            case DOCUMENT ->
                whole
                        ? Rendering.document(participant.document(), true)
                        : participant.document().shown();
            case PHONE -> participant.phone().shown();
            case CITY -> participant.place();
            case STATE -> participant.state();
            case COUNTRY -> participant.country();
            case PROFILE -> participant.profile();
            case STATUS -> words.status(participant.status());
            case REGISTERED -> words.moment(participant.registered());
            case BADGE -> participant.badge().orElse("");
            case CHANNEL -> words.channel(participant.channel());
            case MAIL -> words.mail(participant.mail());
        };
    }

    /// How a cell is marked, by a class of the stylesheet; empty for most.
    public String mark(Column column, Participant participant) {
        return switch (column) {
            case STATUS -> participant.status() == Status.CANCELLED ? "badge bad" : "badge good";
            case MAIL ->
                switch (participant.mail()) {
                    case SENT -> "badge good";
                    case REFUSED -> "badge bad";
                    case PENDING, UNKNOWN -> "badge warm";
                    case NONE, CANCELLED -> "badge";
                };
            case NUMBER, DOCUMENT, PHONE -> "people-whole";
            case NAME, EMAIL, CITY, STATE, COUNTRY, PROFILE, REGISTERED, BADGE, CHANNEL -> "";
        };
    }

    public String person(Participant participant) {
        return PATH + "/" + participant.number();
    }

    /// The address of the page above this one.
    public Optional<String> before() {
        return page.before() && !page.participants().isEmpty()
                ? Optional.of(beside(ListQuery.BEFORE, page.participants().getFirst()))
                : page.before() ? Optional.of(path(query.text())) : Optional.empty();
    }

    /// The address of the page below this one.
    public Optional<String> after() {
        return page.after()
                ? Optional.of(beside(ListQuery.AFTER, page.participants().getLast()))
                : Optional.empty();
    }

    /// The address of a file that holds what is found.
    ///
    /// @param kind csv, xlsx
    public String file(String kind) {
        return PATH + "." + kind + (query.text().isEmpty() ? "" : "?" + query.text());
    }

    public String self() {
        return path(query.text());
    }

    public String withWhole() {
        return self() + (query.text().isEmpty() ? "?" : "&") + Visit.WHOLE_CPF;
    }

    public String viewPath(Saved view) {
        return path(view.query());
    }

    /// Registrations that one deed may be done to at once.
    public int mostAtOnce() {
        return Bulk.MOST;
    }

    private String beside(String side, Participant participant) {
        String text = query.text();
        return path((text.isEmpty() ? "" : text + "&") + side + "=" + participant.number());
    }

    private static String path(String query) {
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }
}
