package congressbot.bot.conversation;

import congressbot.bot.attention.Alert;
import congressbot.bot.attention.Alerts;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.registration.Effect;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Stores a turn in one transaction: the messages, the conversation's new state, what was decided,
/// and the reply. Either all of it is there afterwards, or nothing.
final class TurnStore {
    private final Jdbi jdbi;
    private final Conversations conversations;
    private final Inbox inbox;
    private final Transcript transcript;
    private final EffectStore effects;
    private final Questions questions;
    private final Outbox outbox;
    private final Alerts alerts;
    private final InstantSource time;
    private final Rewriting rewriting = new Rewriting();

    TurnStore(
            Jdbi jdbi,
            Conversations conversations,
            Inbox inbox,
            Transcript transcript,
            EffectStore effects,
            Questions questions,
            Outbox outbox,
            Alerts alerts,
            InstantSource time) {
        this.jdbi = jdbi;
        this.conversations = conversations;
        this.inbox = inbox;
        this.transcript = transcript;
        this.effects = effects;
        this.questions = questions;
        this.outbox = outbox;
        this.alerts = alerts;
        this.time = time;
    }

    /// Notes, inside a turn's transaction, that its messages take effect.
    @FunctionalInterface
    interface Noting {
        /// Notes it; false when they must not, and then nothing of the turn is stored.
        boolean note(Handle handle, Turn turn, long conversation);
    }

    Stored store(Turn turn) {
        return store(
                turn,
                (handle, _, conversation) ->
                        inbox.add(handle, turn.congress(), conversation, turn.key(), turn.ids(), early(turn)));
    }

    /// Those whose change or deletion is known to have come before them.
    private static Set<String> early(Turn turn) {
        return turn.plan().heard().stream()
                .filter(uttered -> uttered.fate() instanceof Fate.Deleted || uttered.fate() instanceof Fate.Overtaken)
                .map(uttered -> uttered.message().id().providerId())
                .collect(Collectors.toSet());
    }

    /// Stores a turn whose messages are noted in another way; what forbids that is told as
    /// [Stored.KnownMessages].
    Stored store(Turn turn, Noting noting) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            Stored stored = store(handle, turn, noting);
            if (stored instanceof Stored.Done) {
                handle.commit();
            } else {
                handle.rollback();
            }
            return stored;
        }
    }

    private Stored store(Handle handle, Turn turn, Noting noting) {
        return switch (move(handle, turn)) {
            case Moved.On(Snapshot after) -> store(handle, turn, noting, after);
            case Moved.OutOfDate() -> new Stored.OutOfDate();
            case Moved.TwoContacts(List<String> aliases) -> new Stored.TwoContacts(aliases);
        };
    }

    private Stored store(Handle handle, Turn turn, Noting noting, Snapshot after) {
        long conversation = after.conversation().orElseThrow();
        if (!noting.note(handle, turn, conversation)) {
            return new Stored.KnownMessages();
        }
        for (Effect effect : turn.plan().effects()) {
            if (!effects.store(handle, turn, conversation, effect)) {
                return new Stored.LostRace();
            }
        }
        // What came before the wish to be forgotten is forgotten with the rest.
        List<Uttered> heard = turn.plan().erases()
                ? List.of(turn.plan().heard().getLast())
                : turn.plan().heard();
        if (!turn.plan().erases()) {
            questions.add(handle, turn.congress(), conversation, turn.plan().asked(), time.instant());
        }
        hear(handle, turn, conversation, heard);
        return new Stored.Done(after, addReply(handle, turn, conversation));
    }

    /// Writes down what was said to us, and what the organisers said on their own phone.
    private void hear(Handle handle, Turn turn, long conversation, List<Uttered> heard) {
        List<Transcript.Line> ofThePerson = heard.stream()
                .filter(uttered -> !(uttered.message().content() instanceof Content.FromStaff))
                .flatMap(uttered -> Transcript.Line.of(uttered).stream())
                .toList();
        if (!ofThePerson.isEmpty()) {
            transcript.addHeard(handle, turn.congress(), conversation, turn.key(), ofThePerson);
        }
        heard.forEach(uttered -> rewriting.store(handle, turn.congress(), conversation, uttered));
        Silence silence = turn.plan().silence();
        if (!silence.byPhone().isEmpty()) {
            transcript.addByPhone(
                    handle, turn.congress(), conversation, turn.plan().next().step(), silence.byPhone());
            alerts.raise(handle, turn.reception().congress(), conversation, Alert.Kind.STAFF);
        }
    }

    /// What became of the conversation.
    private sealed interface Moved {
        /// It is in its next state.
        record On(Snapshot after) implements Moved {}

        /// The snapshot is out of date.
        record OutOfDate() implements Moved {}

        /// Some of these ids are known as another contact's.
        record TwoContacts(List<String> aliases) implements Moved {}
    }

    private Moved move(Handle handle, Turn turn) {
        return turn.before().conversation().isPresent() ? advance(handle, turn) : begin(handle, turn);
    }

    private Moved advance(Handle handle, Turn turn) {
        Snapshot before = turn.before();
        long conversation = before.conversation().orElseThrow();
        if (!conversations.advance(handle, conversation, turn, time.instant())) {
            return new Moved.OutOfDate();
        }
        return withAliases(handle, turn, before.contact().orElseThrow(), conversation);
    }

    private Moved begin(Handle handle, Turn turn) {
        OptionalLong contact = turn.before().contact().isPresent()
                ? turn.before().contact()
                : conversations.addContact(handle, turn.congress(), turn.last());
        if (contact.isEmpty()) {
            return new Moved.OutOfDate();
        }
        OptionalLong conversation = conversations.add(handle, contact.getAsLong(), turn, time.instant());
        return conversation.isEmpty()
                ? new Moved.OutOfDate()
                : withAliases(handle, turn, contact.getAsLong(), conversation.getAsLong());
    }

    /// @param aliases those that are stored; none when the turn erases
    private static Snapshot after(Turn turn, long contact, long conversation, List<String> aliases) {
        Snapshot before = turn.before();
        Snapshot after = new Snapshot(
                OptionalLong.of(contact),
                OptionalLong.of(conversation),
                before.version() + 1,
                turn.plan().next(),
                turn.plan().erases() ? List.of() : aliases,
                turn.language(),
                before.lastSeen(),
                turn.plan().silence().attention());
        return after.seenAt(turn.seen());
    }

    /// Notes the ids that this turn shows for the first time. One that is known as another contact's
    /// proves that both are one person, if her own message names it: then they are joined before the
    /// turn is taken.
    private Moved withAliases(Handle handle, Turn turn, long contact, long conversation) {
        List<String> known = turn.before().aliases();
        List<String> fresh = turn.messages().stream()
                .flatMap(message -> Conversations.aliases(message).stream())
                .distinct()
                .filter(alias -> !known.contains(alias))
                .toList();
        if (!fresh.isEmpty()
                && !conversations.addAliases(
                        handle, turn.congress(), contact, turn.last().channel(), fresh)) {
            return new Moved.TwoContacts(turn.messages().stream()
                    .flatMap(message -> Conversations.aliases(message).stream())
                    .distinct()
                    .toList());
        }
        return new Moved.On(after(
                turn,
                contact,
                conversation,
                Stream.concat(known.stream(), fresh.stream()).toList()));
    }

    /// Adds the reply to the transcript, and to the outbox unless the caller's HTTP answer is the
    /// delivery.
    private List<String> addReply(Handle handle, Turn turn, long conversation) {
        Plan plan = turn.plan();
        if (!plan.speaks()) {
            return List.of();
        }
        Instant now = time.instant();
        Transcript.Said said =
                new Transcript.Said(plan.reply(), plan.options(), plan.next().step());
        transcript.addSaid(handle, turn.congress(), conversation, turn.key(), said, now);
        return turn.last().channel().equals(ChannelName.CHAT)
                ? List.of()
                : outbox.addReply(handle, turn.congress(), conversation, turn.key(), turn.outgoing(), now);
    }
}
