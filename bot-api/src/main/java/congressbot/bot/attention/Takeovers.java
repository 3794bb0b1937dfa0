package congressbot.bot.attention;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.session.SnapshotCache;
import congressbot.wire.message.ConversationId;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/// Chats pass from the bot to a person and back. A takeover raises the version of the chat, so that
/// no turn under way can answer any more, and withdraws what the bot has not sent: at the gateway's
/// own guard, because a worker may hold a
/// reply in hand. It is complete when nothing is in flight; from then on no message of the bot comes,
/// until it is given back or its time is over.
public final class Takeovers {
    private static final Logger LOG = LoggerFactory.getLogger(Takeovers.class);

    /// The longest that a person can announce.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// Whoever writes stays at least so long.
    static final Duration AFTER_WORDS = Duration.ofMinutes(30);

    /// How long a withdrawn reply is remembered: no worker holds one in hand nearly so long.
    private static final Duration WITHDRAWN = Duration.ofHours(24);

    /// Takeovers looked at in one run.
    private static final int BATCH = 50;

    private final Stores stores;
    private final Notices notices;
    private final Runnable relay;
    private final InstantSource time;

    /// What a takeover touches.
    public record Stores(
            Jdbi jdbi, Outbox outbox, ConversationQueue queue, SnapshotCache snapshots, AuditLog auditLog) {}

    /// @param relay sends what is due at once
    Takeovers(Stores stores, Notices notices, Runnable relay, InstantSource time) {
        this.stores = stores;
        this.notices = notices;
        this.relay = relay;
        this.time = time;
    }

    /// How a wish to take over ended.
    public sealed interface Taking {
        /// It is the person's.
        record Taken(Takeover takeover) implements Taking {}

        /// Somebody else has it.
        record Held(Takeover by) implements Taking {}

        /// There is no such chat in the congress.
        record Unknown() implements Taking {}
    }

    /// Takes a chat over.
    ///
    /// @param span how long, unless it is given back before; at most [#LONGEST]
    /// @param knowingly also from somebody else who has it
    public Taking take(Witness who, long conversation, Duration span, boolean knowingly) {
        Duration bounded = span.compareTo(LONGEST) > 0 ? LONGEST : span;
        Taking taking = within(who.congress(), conversation, (handle, chat) -> {
                    Optional<Takeover> held = AttentionRows.open(handle, chat.congress(), chat.id());
                    if (held.isPresent() && !held.get().isBy(who.account()) && !knowingly) {
                        return new Taking.Held(held.get());
                    }
                    return new Taking.Taken(take(handle, who, chat, held, bounded));
                })
                .orElseGet(Taking.Unknown::new);
        return taking instanceof Taking.Taken(Takeover takeover) ? new Taking.Taken(settled(takeover)) : taking;
    }

    private Takeover take(Handle handle, Witness who, Chat chat, Optional<Takeover> held, Duration span) {
        Instant now = time.instant();
        Instant until = now.plus(span);
        if (held.filter(mine -> mine.isBy(who.account())).isPresent()) {
            AttentionRows.extend(handle, held.get().id(), until);
        } else {
            held.ifPresent(other -> AttentionRows.end(handle, other.id(), "passed-on", now));
            long takeover = AttentionRows.begin(handle, chat, who.account(), who.name(), now, until);
            AttentionRows.turnTo(handle, chat.id(), Optional.of(Attention.TAKEN));
            notices.begun(handle, chat, takeover, who.name(), until, now);
        }
        stores.auditLog().note(handle, who, Deed.TAKE_OVER, subject(chat));
        closeAlerts(handle, who, chat);
        return AttentionRows.open(handle, chat.congress(), chat.id()).orElseThrow();
    }

    /// How a wish to give back ended.
    public enum Returned {
        GIVEN_BACK,
        /// The bot answers there already.
        NOT_TAKEN,
        /// Somebody else has it.
        HELD,
        UNKNOWN
    }

    /// Gives a chat back to the bot.
    public Returned giveBack(Witness who, long conversation) {
        return within(who.congress(), conversation, (handle, chat) -> giveBack(handle, who, chat))
                .orElse(Returned.UNKNOWN);
    }

    private Returned giveBack(Handle handle, Witness who, Chat chat) {
        Optional<Takeover> held = AttentionRows.open(handle, chat.congress(), chat.id());
        if (held.isEmpty()) {
            return letGo(handle, who, chat);
        }
        if (!held.get().isBy(who.account())) {
            return Returned.HELD;
        }
        Instant now = time.instant();
        AttentionRows.end(handle, held.get().id(), "given-back", now);
        AttentionRows.turnTo(handle, chat.id(), Optional.empty());
        notices.ended(handle, chat, held.get(), now);
        stores.auditLog().note(handle, who, Deed.GIVE_BACK, subject(chat));
        return Returned.GIVEN_BACK;
    }

    /// Nobody took it over, and the bot waits for a person: not any more.
    private Returned letGo(Handle handle, Witness who, Chat chat) {
        closeAlerts(handle, who, chat);
        if (chat.attention().isEmpty()) {
            return Returned.NOT_TAKEN;
        }
        AttentionRows.turnTo(handle, chat.id(), Optional.empty());
        stores.auditLog().note(handle, who, Deed.GIVE_BACK, subject(chat));
        return Returned.GIVEN_BACK;
    }

    private void closeAlerts(Handle handle, Witness who, Chat chat) {
        if (Alerts.close(handle, chat.id(), who.name(), time.instant())) {
            stores.auditLog().note(handle, who, Deed.CLOSE_ALERT, subject(chat));
        }
    }

    /// Whether a person talks in a chat: then the bot says nothing there that nobody asked for. Until
    /// the transaction ends, nobody begins to.
    public boolean isWithAPerson(Handle handle, String congress, long conversation) {
        return AttentionRows.lock(handle, congress, conversation)
                .flatMap(Chat::attention)
                .filter(attention -> attention.kind() != Attention.Kind.WAITING && attention.isOn(time.instant()))
                .isPresent();
    }

    /// Looks after what is under way: completes takeovers whose last reply has left, withdraws what a
    /// version of the bot that knows of no takeovers still said there, and ends those whose time is
    /// over.
    ///
    /// @return whether there may be more
    public boolean look() {
        List<Takeover> unsettled = stores.jdbi().withHandle(handle -> AttentionRows.unsettled(handle, BATCH));
        unsettled.forEach(this::settled);
        List<AttentionRows.Due> due =
                stores.jdbi().withHandle(handle -> AttentionRows.due(handle, time.instant(), BATCH));
        due.forEach(this::end);
        return due.size() == BATCH;
    }

    private void end(AttentionRows.Due due) {
        within(due.congress(), due.conversation(), (handle, chat) -> {
            Instant now = time.instant();
            AttentionRows.open(handle, chat.congress(), chat.id())
                    .filter(held -> !now.isBefore(held.until()))
                    .ifPresent(held -> {
                        AttentionRows.end(handle, held.id(), "time", now);
                        AttentionRows.turnTo(handle, chat.id(), Optional.empty());
                        notices.over(handle, chat, held, now);
                        stores.auditLog()
                                .note(handle, Witness.ofCommand(chat.congress()), Deed.GIVE_BACK, subject(chat));
                    });
            return chat;
        });
    }

    /// Withdraws what the bot has not sent, as far as nobody is sending it at this moment.
    ///
    /// @return the takeover as it is now
    private Takeover settled(Takeover takeover) {
        try {
            boolean clear = stores.outbox().unsentOfTheBot(takeover.id()).stream()
                    .map(this::withdrawn)
                    .reduce(true, Boolean::logicalAnd);
            if (!clear || takeover.takenAt().isPresent()) {
                return takeover;
            }
        } catch (JedisException e) {
            // Without Redis the gateway sends nothing either: it is complete when both are back.
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("a takeover cannot withdraw replies, trying again until it works");
            return takeover;
        }
        Instant now = time.instant();
        stores.jdbi().useHandle(handle -> AttentionRows.settle(handle, takeover.id(), now));
        return takeover.settledAt(now);
    }

    /// @return false while somebody is sending it
    private boolean withdrawn(Outbox.Unsent unsent) {
        return switch (stores.queue().withdraw(unsent.key(), WITHDRAWN)) {
            case Withdrawal.Withdrawn() -> {
                stores.outbox().end(unsent, Optional.empty(), time.instant());
                yield true;
            }
            case Withdrawal.AlreadySent(String messageId) -> {
                stores.outbox().end(unsent, Optional.of(messageId), time.instant());
                yield true;
            }
            case Withdrawal.InFlight() -> false;
        };
    }

    /// A deed in a chat, in one transaction; afterwards this process reads the chat anew (another one when
    /// it finds another version), and what is to be said leaves.
    private <T> Optional<T> within(String congress, long conversation, BiFunction<Handle, Chat, T> deed) {
        record Done<T>(T result, List<ConversationId> addresses) {}
        Optional<Done<T>> done = stores.jdbi()
                .inTransaction(handle -> AttentionRows.lock(handle, congress, conversation)
                        .map(chat ->
                                new Done<>(deed.apply(handle, chat), AttentionRows.addresses(handle, conversation))));
        done.ifPresent(all -> all.addresses().forEach(stores.snapshots()::forget));
        relay.run();
        return done.map(Done::result);
    }

    private static Subject subject(Chat chat) {
        return new Subject("conversation", Long.toString(chat.id()));
    }
}
