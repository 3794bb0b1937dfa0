package congressbot.bot.question;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.QuietHours;
import congressbot.bot.conversation.Announcer;
import congressbot.bot.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Tells those who asked what was answered later, when their time has come: not in the quiet hours,
/// not while a person of the organisers' talks with them, and not while WhatsApp lets our number
/// write to nobody new. Their message is written only then, for a reply never waits behind it.
public final class Notices {
    private static final int BATCH = 20;

    /// While somebody talks with the person, the next look is after this long.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// After this long nobody remembers the question.
    private static final Duration LATEST = Duration.ofDays(7);

    private static final Duration KEPT = Duration.ofDays(90);

    private final Jdbi jdbi;
    private final Announcer announcer;
    private final TakenOver takenOver;
    private final Function<String, Optional<Congress>> congresses;
    private final InstantSource time;
    private final NoticeRows rows = new NoticeRows();

    /// @param congresses those that count now, by their ids
    public Notices(
            Jdbi jdbi,
            Announcer announcer,
            TakenOver takenOver,
            Function<String, Optional<Congress>> congresses,
            InstantSource time) {
        this.jdbi = jdbi;
        this.announcer = announcer;
        this.takenOver = takenOver;
        this.congresses = congresses;
        this.time = time;
    }

    /// Whether the bot keeps silent in a chat, because a person talks there; until the transaction
    /// ends, that stays so.
    @FunctionalInterface
    public interface TakenOver {
        boolean is(Handle handle, String congress, long conversation);
    }

    /// Tells a batch of those whose time has come.
    ///
    /// @return whether there may be more
    public boolean tellSome() {
        Instant now = time.instant();
        return jdbi.inTransaction(handle -> {
            List<NoticeRows.Due> due = rows.due(handle, now, BATCH);
            due.forEach(notice -> tell(handle, notice, now));
            return due.size() == BATCH;
        });
    }

    private void tell(Handle handle, NoticeRows.Due notice, Instant now) {
        Instant quiet = congresses
                .apply(notice.congress())
                .map(congress -> QuietHours.next(congress, now))
                .orElse(now);
        Instant allowed = notice.limited().filter(quiet::isBefore).orElse(quiet);
        boolean tooLate = notice.since().plus(LATEST).isBefore(now);
        if (tooLate || notice.question().isEmpty()) {
            rows.finish(handle, notice.id(), false, now);
        } else if (allowed.isAfter(now)) {
            rows.postpone(handle, notice.id(), allowed);
        } else if (takenOver.is(handle, notice.congress(), notice.conversation())) {
            rows.postpone(handle, notice.id(), now.plus(PATIENCE));
        } else {
            String key = Announcer.key(notice.group(), notice.conversation());
            boolean told = announcer.say(handle, notice.congress(), notice.conversation(), key, text(notice), now);
            rows.finish(handle, notice.id(), told, now);
        }
    }

    private static Text text(NoticeRows.Due notice) {
        return Text.of(
                "answer.later",
                Map.of(
                        "question", Announcer.quoted(notice.question().orElseThrow()),
                        "answer", AnswerPage.plain(notice.answer())));
    }

    /// Forgets a batch of what was told long ago.
    ///
    /// @return whether there may be more
    public boolean forgetSome() {
        return jdbi.inTransaction(handle -> rows.forget(handle, time.instant(), KEPT, BATCH)) == BATCH;
    }
}
