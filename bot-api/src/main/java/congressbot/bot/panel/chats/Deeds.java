package congressbot.bot.panel.chats;

import congressbot.bot.account.Account;
import congressbot.bot.account.Accounts;
import congressbot.bot.account.Right;
import congressbot.bot.attention.Attending;
import congressbot.bot.attention.OrganiserWords.Saying;
import congressbot.bot.attention.Takeovers;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import congressbot.bot.panel.Wording;
import congressbot.bot.panel.chats.ChatPage.Draft;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/// What the organisers do in a chat.
final class Deeds {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration USUAL = Duration.ofHours(2);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Attending attending;
    private final Pages pages;
    private final ChatPage page;
    private final Accounts accounts;
    private final InstantSource time;

    Deeds(Attending attending, Pages pages, ChatPage page, Accounts accounts, InstantSource time) {
        this.attending = attending;
        this.pages = pages;
        this.page = page;
        this.accounts = accounts;
        this.time = time;
    }

    void take(Visit visit) {
        Optional<Long> id = visit.number("id");
        Takeovers.Taking taking = id.map(number -> attending
                        .takeovers()
                        .take(
                                visit.witness(),
                                number,
                                span(visit.form().field("ate")),
                                visit.form().isTicked("mesmo")))
                .orElseGet(Takeovers.Taking.Unknown::new);
        switch (taking) {
            case Takeovers.Taking.Taken _ -> visit.goTo(path(id.orElseThrow()), "chat-taken");
            case Takeovers.Taking.Held _ -> visit.goTo(path(id.orElseThrow()), "chat-held");
            case Takeovers.Taking.Unknown() -> pages.notFound(visit);
        }
    }

    private Duration span(String until) {
        return switch (until) {
            case "30" -> HALF_AN_HOUR;
            case "manha" -> untilMorning();
            case "1440" -> Takeovers.LONGEST;
            default -> USUAL;
        };
    }

    private Duration untilMorning() {
        ZonedDateTime now = time.instant().atZone(Wording.ZONE);
        ZonedDateTime today = now.with(MORNING);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    void giveBack(Visit visit) {
        Optional<Long> id = visit.number("id");
        Takeovers.Returned returned = id.map(number -> attending.takeovers().giveBack(visit.witness(), number))
                .orElse(Takeovers.Returned.UNKNOWN);
        switch (returned) {
            case GIVEN_BACK -> visit.goTo(path(id.orElseThrow()), "chat-given-back");
            case NOT_TAKEN -> visit.goTo(path(id.orElseThrow()), "chat-not-taken");
            case HELD -> visit.goTo(path(id.orElseThrow()), "chat-held");
            case UNKNOWN -> pages.notFound(visit);
        }
    }

    void say(Visit visit) {
        Draft draft = draft(visit);
        Optional<Long> id = visit.number("id");
        Saying saying = id.map(number -> attending.words().say(visit.witness(), number, draft.nonce(), draft.text()))
                .orElseGet(Saying.Unknown::new);
        switch (saying) {
            case Saying.Said() -> said(visit, id.orElseThrow());
            case Saying.Unknown() -> pages.notFound(visit);
            case Saying.Empty(), Saying.Other(), Saying.TooLong _, Saying.NotYours _ -> {
                Draft refused = kept(draft, saying);
                if (visit.isForPart()) {
                    showForm(visit, refused);
                } else {
                    page.show(visit, HttpStatus.CONFLICT, refused, Draft.fresh());
                }
            }
        }
    }

    /// The words themselves come into the page like everybody's.
    private void said(Visit visit, long id) {
        if (visit.isForPart()) {
            showForm(visit, Draft.fresh());
        } else {
            visit.goTo(path(id), "chat-said");
        }
    }

    private void showForm(Visit visit, Draft draft) {
        page.standing(visit)
                .ifPresentOrElse(
                        standing -> pages.show(
                                visit,
                                "chats/say",
                                Map.of(
                                        "standing",
                                        standing,
                                        "words",
                                        draft,
                                        "canned",
                                        attending.cannedReplies().all(visit.congress()))),
                        () -> pages.notFound(visit));
    }

    void note(Visit visit) {
        Draft draft = draft(visit);
        Optional<Long> id = visit.number("id");
        Saying saying = id.map(number -> attending.words().note(visit.witness(), number, draft.nonce(), draft.text()))
                .orElseGet(Saying.Unknown::new);
        switch (saying) {
            case Saying.Said() -> visit.goTo(path(id.orElseThrow()), "chat-noted");
            case Saying.Unknown() -> pages.notFound(visit);
            case Saying.Empty(), Saying.Other(), Saying.TooLong _, Saying.NotYours _ ->
                page.show(visit, HttpStatus.UNPROCESSABLE_CONTENT, Draft.fresh(), kept(draft, saying));
        }
    }

    void removeNote(Visit visit) {
        Optional<Long> id = visit.number("id");
        Optional<Long> note = visit.number("note");
        boolean removed = id.isPresent()
                && note.isPresent()
                && attending.words().removeNote(visit.witness(), id.get(), note.get());
        if (removed) {
            visit.goTo(path(id.get()), "chat-note-removed");
        } else {
            pages.notFound(visit);
        }
    }

    void read(Visit visit) {
        Optional<Long> id = visit.number("id");
        if (id.isEmpty() || !attending.words().read(visit.witness(), id.get())) {
            pages.notFound(visit);
        } else if (visit.isForPart()) {
            visit.call().status(HttpStatus.NO_CONTENT);
        } else {
            visit.goTo(path(id.get()), "chat-read");
        }
    }

    void assign(Visit visit) {
        Optional<Long> id = visit.number("id");
        Optional<Account> to = assignee(visit);
        if (id.isPresent() && attending.words().assign(visit.witness(), id.get(), to)) {
            visit.goTo(path(id.get()), "chat-assigned");
        } else {
            pages.notFound(visit);
        }
    }

    /// A colleague of the same congress; nobody where another is named.
    private Optional<Account> assignee(Visit visit) {
        String named = visit.form().field("quem");
        return accounts.list(visit.congress()).stream()
                .filter(listed -> !listed.disabled())
                .map(Accounts.Listed::account)
                .filter(account -> account.role().may(Right.ANSWER_CHATS))
                .filter(account -> Long.toString(account.id()).equals(named))
                .findFirst();
    }

    private Draft kept(Draft draft, Saying saying) {
        String error = error(saying);
        return saying instanceof Saying.Other ? draft.anew(error) : draft.refused(error);
    }

    private String error(Saying saying) {
        Wording wording = pages.wording();
        return switch (saying) {
            case Saying.TooLong(int limit) ->
                wording.said("chat.error.too-long").replace("{limit}", Integer.toString(limit));
            case Saying.NotYours(var by) ->
                by.map(held -> wording.said("chat.error.held").replace("{name}", held.name()))
                        .orElseGet(() -> wording.said("chat.error.not-taken"));
            case Saying.Other() -> wording.said("chat.error.other");
            case Saying.Empty(), Saying.Said(), Saying.Unknown() -> wording.said("chat.error.empty");
        };
    }

    private static Draft draft(Visit visit) {
        return new Draft(visit.form().field("vez"), visit.form().field("texto"), "");
    }

    private static String path(long id) {
        return ChatPages.PATH + "/" + id;
    }
}
