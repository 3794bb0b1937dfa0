package congressbot.bot.conversation;

import congressbot.bot.attention.Alert;
import congressbot.bot.attention.Alerts;
import congressbot.bot.conversation.TurnRows.Written;
import congressbot.bot.registration.Effect;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Stores a turn: the messages, the conversation's new state, what was decided, and the reply. Either
/// all of it is there afterwards, or nothing.
final class TurnStore {
    private final Jdbi jdbi;
    private final Conversations conversations;
    private final Transcript transcript;
    private final EffectStore effects;
    private final Questions questions;
    private final Alerts alerts;
    private final InstantSource time;
    private final TurnRows rows = new TurnRows();
    private final Rewriting rewriting = new Rewriting();

    TurnStore(
            Jdbi jdbi,
            Conversations conversations,
            Transcript transcript,
            EffectStore effects,
            Questions questions,
            Alerts alerts,
            InstantSource time) {
        this.jdbi = jdbi;
        this.conversations = conversations;
        this.transcript = transcript;
        this.effects = effects;
        this.questions = questions;
        this.alerts = alerts;
        this.time = time;
    }

    /// Notes, inside a turn's transaction, that its messages take effect.
    @FunctionalInterface
    interface Noting {
        /// Notes it; false when they must not, and then nothing of the turn is stored.
        boolean note(Handle handle, Turn turn, long conversation);
    }

    /// Stores a turn of messages that are fresh.
    Stored store(Turn turn) {
        return isPlain(turn)
                ? jdbi.withHandle(handle -> fresh(handle, turn))
                : inTransaction(handle -> fresh(handle, turn));
    }

    /// Stores a turn whose messages are noted in another way; what forbids that is told as
    /// [Stored.KnownMessages].
    Stored store(Turn turn, Noting noting) {
        return inTransaction(handle -> revived(handle, turn, noting));
    }

    private Stored inTransaction(Function<Handle, Stored> work) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            Stored stored = work.apply(handle);
            if (stored instanceof Stored.Done) {
                handle.commit();
            } else {
                handle.rollback();
            }
            return stored;
        }
    }

    /// Whether the statement of every turn is all that this one needs: it commits by itself.
    private static boolean isPlain(Turn turn) {
        Plan plan = turn.plan();
        return turn.before().conversation().isPresent()
                && freshAliases(turn).isEmpty()
                && plan.effects().isEmpty()
                && plan.asked().isEmpty()
                && plan.silence().byPhone().isEmpty()
                && plan.heard().stream().noneMatch(uttered -> Rewriting.isDoneBy(uttered.fate()));
    }

    private Stored fresh(Handle handle, Turn turn) {
        OptionalLong contact = contact(handle, turn);
        if (contact.isEmpty()) {
            return new Stored.OutOfDate();
        }
        Written written = turn.plan().erases()
                ? rows.silently(handle, turn, contact.getAsLong(), turn.ids(), time.instant())
                : rows.whole(handle, turn, contact.getAsLong(), time.instant());
        return switch (written) {
            case Written.Done done -> rest(handle, turn, contact.getAsLong(), done);
            case Written.OutOfDate() -> new Stored.OutOfDate();
            case Written.KnownMessages() -> new Stored.KnownMessages();
        };
    }

    /// What is said may be stored already, if its messages are: they come first.
    private Stored revived(Handle handle, Turn turn, Noting noting) {
        OptionalLong contact = contact(handle, turn);
        if (contact.isEmpty()) {
            return new Stored.OutOfDate();
        }
        return switch (rows.silently(handle, turn, contact.getAsLong(), List.of(), time.instant())) {
            case Written.Done done ->
                noting.note(handle, turn, done.conversation())
                        ? rest(handle, turn, contact.getAsLong(), done)
                        : new Stored.KnownMessages();
            case Written.OutOfDate() -> new Stored.OutOfDate();
            case Written.KnownMessages() -> new Stored.KnownMessages();
        };
    }

    /// @return empty when one of her ids was stored meanwhile
    private OptionalLong contact(Handle handle, Turn turn) {
        return turn.before().contact().isPresent()
                ? turn.before().contact()
                : conversations.addContact(handle, turn.congress(), turn.last());
    }

    /// What not every turn has.
    private Stored rest(Handle handle, Turn turn, long contact, Written.Done written) {
        long conversation = written.conversation();
        if (!noteAliases(handle, turn, contact)) {
            return new Stored.TwoContacts(aliases(turn).toList());
        }
        for (Effect effect : turn.plan().effects()) {
            if (!effects.store(handle, turn, conversation, effect)) {
                return new Stored.LostRace();
            }
        }
        // What came before the wish to be forgotten is forgotten with the rest.
        boolean erases = turn.plan().erases();
        List<Uttered> heard =
                erases ? List.of(turn.plan().heard().getLast()) : turn.plan().heard();
        List<Questions.Asked> asked = erases ? List.of() : turn.plan().asked();
        List<String> older =
                written.olderReplies().orElseGet(() -> rows.said(handle, turn, conversation, heard, time.instant()));
        questions.add(handle, turn.congress(), conversation, asked, time.instant());
        heard.forEach(uttered -> rewriting.store(handle, turn.congress(), conversation, uttered));
        hearOrganisers(handle, turn, conversation);
        return new Stored.Done(after(turn, contact, conversation), older);
    }

    /// Notes the ids that this turn shows for the first time. One that is known as another contact's
    /// proves that both are one person, if her own message names it: then they are joined before the
    /// turn is taken.
    ///
    /// @return false when one is another contact's
    private boolean noteAliases(Handle handle, Turn turn, long contact) {
        List<String> fresh = freshAliases(turn);
        return fresh.isEmpty()
                || conversations.addAliases(
                        handle, turn.congress(), contact, turn.last().channel(), fresh);
    }

    private static List<String> freshAliases(Turn turn) {
        List<String> known = turn.before().contact().isPresent()
                ? turn.before().aliases()
                : Conversations.aliases(turn.last()); // noted with her
        return aliases(turn).filter(alias -> !known.contains(alias)).toList();
    }

    private static Stream<String> aliases(Turn turn) {
        return turn.messages().stream()
                .flatMap(message -> Conversations.aliases(message).stream())
                .distinct();
    }

    /// Writes down what the organisers said on their own phone.
    private void hearOrganisers(Handle handle, Turn turn, long conversation) {
        Silence silence = turn.plan().silence();
        if (!silence.byPhone().isEmpty()) {
            transcript.addByPhone(
                    handle, turn.congress(), conversation, turn.plan().next().step(), silence.byPhone());
            alerts.raise(handle, turn.reception().congress(), conversation, Alert.Kind.STAFF);
        }
    }

    private static Snapshot after(Turn turn, long contact, long conversation) {
        Snapshot before = turn.before();
        List<String> aliases = Stream.concat(before.aliases().stream(), aliases(turn))
                .distinct()
                .toList();
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
}
