package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Text;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.gateway.SendCause;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Takes messages that could not be processed. The person gets an apology; a member of staff looks at
/// the message, see [DeadLetterDesk].
public final class DeadLetters {
    private static final Text APOLOGY = Text.of("dead.apology");

    private final Stores stores;
    private final Transcript transcript;
    private final Past past;
    private final Receptions receptions;
    private final InstantSource time;

    /// Where a message and what is said about it are kept.
    record Stores(Jdbi jdbi, DeadLetterRows rows, Conversations conversations, Inbox inbox, Outbox outbox) {}

    DeadLetters(Stores stores, Receptions receptions, InstantSource time) {
        this.stores = stores;
        this.transcript = new Transcript(stores.jdbi());
        this.past = new Past(stores.jdbi());
        this.receptions = receptions;
        this.time = time;
    }

    /// Keeps the message, unless it took effect after all. Safe to repeat.
    public void add(DeadMessage dead) {
        Optional<IncomingMessage> readable = read(dead.envelope());
        if (readable.isPresent()) {
            bury(dead, readable.get());
        } else {
            String congress = receptions.of(ChannelName.CHAT, "").congress().id();
            stores.jdbi().useHandle(handle -> stores.rows().add(handle, congress, dead));
        }
    }

    private void bury(DeadMessage dead, IncomingMessage message) {
        Reception reception = receptions.of(message.channel(), message.account());
        String congress = reception.congress().id();
        Snapshot snapshot = stores.conversations().load(congress, message);
        boolean deleted = isDeleted(snapshot, message);
        stores.jdbi().useTransaction(handle -> {
            boolean fresh = stores.inbox().addDead(handle, congress, snapshot.conversation(), message.id());
            if (deleted) {
                return; // nothing of it is kept
            }
            if (fresh) {
                apologise(handle, reception, snapshot, message);
            }
            if (fresh || tookEffectElsewhere(snapshot, message)) {
                stores.rows().add(handle, congress, dead);
            }
        });
    }

    /// Whether the person deleted it before it came.
    private boolean isDeleted(Snapshot snapshot, IncomingMessage message) {
        return past.early(snapshot, List.of(message)).get(message.id().providerId()) instanceof Fate.Deleted;
    }

    private boolean tookEffectElsewhere(Snapshot snapshot, IncomingMessage message) {
        return Optional.ofNullable(stores.inbox().find(List.of(message)).get(message.id()))
                .filter(known -> known.isForeignTo(snapshot))
                .isPresent();
    }

    /// The apology stands in the transcript too: a bridge may send it back to us, and it must be
    /// known as ours.
    private void apologise(Handle handle, Reception reception, Snapshot snapshot, IncomingMessage message) {
        if (snapshot.conversation().isEmpty() || message.content() instanceof Content.FromStaff) {
            return;
        }
        Instant now = time.instant();
        String congress = reception.congress().id();
        long conversation = snapshot.conversation().getAsLong();
        stores.conversations().touch(handle, conversation); // no reply that is being stored overtakes the apology
        if (stores.conversations().isLeftToAPerson(handle, conversation, now)) {
            return;
        }
        String key = SendCause.APOLOGY.key(message.id().value());
        OutgoingMessage apology =
                message.reply(reception.in(snapshot.language()).texts().render(APOLOGY), List.of());
        Transcript.Said said =
                new Transcript.Said(apology.text(), List.of(), snapshot.state().step());
        transcript.addSaid(handle, congress, conversation, key, said, now);
        stores.outbox().addReply(handle, congress, conversation, key, apology, now);
    }

    private static Optional<IncomingMessage> read(String envelope) {
        try {
            return Optional.of(Json.read(envelope, IncomingMessage.class));
        } catch (JsonProcessingException _) {
            return Optional.empty(); // Of a later version, perhaps: kept as it is for a person to look at.
        }
    }
}
