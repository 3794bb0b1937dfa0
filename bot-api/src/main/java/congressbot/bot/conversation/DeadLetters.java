package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Text;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `dead_letters`: messages that could not be processed. The person gets an apology; a member of staff looks
/// at the message.
public final class DeadLetters {
    private static final Text APOLOGY = Text.of("dead.apology");

    private final Jdbi jdbi;
    private final Receptions receptions;
    private final Conversations conversations;
    private final Inbox inbox;
    private final Outbox outbox;
    private final InstantSource time;

    DeadLetters(
            Jdbi jdbi,
            Receptions receptions,
            Conversations conversations,
            Inbox inbox,
            Outbox outbox,
            InstantSource time) {
        this.jdbi = jdbi;
        this.receptions = receptions;
        this.conversations = conversations;
        this.inbox = inbox;
        this.outbox = outbox;
        this.time = time;
    }

    /// Keeps the message, unless it took effect after all. Safe to repeat.
    public void add(DeadMessage dead) {
        Optional<IncomingMessage> readable = read(dead.envelope());
        if (readable.isPresent()) {
            bury(dead, readable.get());
        } else {
            String congress = receptions.of(ChannelName.CHAT, "").congress().id();
            jdbi.useHandle(handle -> insert(handle, congress, dead));
        }
    }

    private void bury(DeadMessage dead, IncomingMessage message) {
        Reception reception = receptions.of(message.channel(), message.account());
        String congress = reception.congress().id();
        Snapshot snapshot = conversations.load(congress, message);
        jdbi.useTransaction(handle -> {
            boolean fresh = inbox.addDead(handle, congress, snapshot.conversation(), message.id());
            if (fresh) {
                apologise(handle, reception, snapshot, message);
            }
            if (fresh || tookEffectElsewhere(snapshot, message)) {
                insert(handle, congress, dead);
            }
        });
    }

    private boolean tookEffectElsewhere(Snapshot snapshot, IncomingMessage message) {
        return Optional.ofNullable(inbox.find(List.of(message)).get(message.id()))
                .filter(known -> known.isForeignTo(snapshot))
                .isPresent();
    }

    private void apologise(Handle handle, Reception reception, Snapshot snapshot, IncomingMessage message) {
        if (snapshot.conversation().isEmpty()) {
            return;
        }
        Instant now = time.instant();
        OutgoingMessage apology =
                message.reply(reception.in(snapshot.language()).texts().render(APOLOGY), List.of());
        outbox.addReply(
                handle,
                reception.congress().id(),
                snapshot.conversation().getAsLong(),
                "d:" + message.id().value(),
                apology,
                now);
    }

    private static void insert(Handle handle, String congress, DeadMessage dead) {
        handle.createUpdate("""
                        INSERT INTO dead_letters (congress_id, message_id, envelope, reason, attempts)
                        VALUES (:congress, :id, :envelope, :reason, :attempts)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("congress", congress)
                .bind("id", dead.id())
                .bind("envelope", dead.envelope().replace("\0", ""))
                .bind("reason", dead.reason())
                .bind("attempts", dead.attempts())
                .execute();
    }

    /// Deletes the dead letters of one chat: those that the inbox knows to be its own, and those that name one of its
    /// ids.
    static void erase(Handle handle, long conversation) {
        handle.createUpdate("""
                        DELETE FROM dead_letters d USING conversations c
                        WHERE c.id = :conversation
                          AND (EXISTS (SELECT FROM inbox i
                                       WHERE i.conversation_id = c.id
                                         AND d.message_id = i.channel || ':' || i.account || ':' || i.message_id)
                               OR EXISTS (SELECT FROM contact_aliases a
                                          WHERE a.contact_id = c.contact_id
                                            AND strpos(d.envelope, to_json(a.alias)::text) > 0))
                        """).bind("conversation", conversation).execute();
    }

    private static Optional<IncomingMessage> read(String envelope) {
        try {
            return Optional.of(Json.read(envelope, IncomingMessage.class));
        } catch (JsonProcessingException _) {
            return Optional.empty(); // Of a later version, perhaps: kept as it is for a person to look at.
        }
    }
}
