package congressbot.bot.panel;

import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Position;
import congressbot.bot.participant.Search;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/// `GET /painel`: the registrations, newest first.
final class ListPage {
    /// Registrations on one page.
    static final int SIZE = 50;

    private final Door door;
    private final ParticipantList list;
    private final Pages pages;
    private final Wording wording;

    ListPage(Door door, ParticipantList list, Pages pages, Wording wording) {
        this.door = door;
        this.list = list;
        this.pages = pages;
        this.wording = wording;
    }

    void addTo(RoutesConfig routes) {
        door.guard(routes, Panel.PATH, this::answer);
    }

    private void answer(Context call, Session session) {
        Search search = search(call);
        Listing listing = new Listing(
                search.term(),
                list.totals(search),
                list.page(search, position(call), SIZE),
                wording,
                session.formToken().reveal());
        pages.list(call, listing);
    }

    /// What the search box of this call holds.
    static Search search(Context call) {
        return Search.of(Optional.ofNullable(call.queryParam(Listing.TERM)).orElse(""));
    }

    private static Position position(Context call) {
        return number(call, Listing.OLDER_THAN)
                .<Position>map(Position.OlderThan::new)
                .or(() -> number(call, Listing.NEWER_THAN).map(Position.NewerThan::new))
                .orElseGet(Position.Newest::new);
    }

    /// Empty also for what is no number: then the list is shown from its beginning.
    private static Optional<Long> number(Context call, String parameter) {
        try {
            return Optional.ofNullable(call.queryParam(parameter)).map(Long::valueOf);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
