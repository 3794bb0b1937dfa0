package congressbot.bot.conversation;

import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Move;
import congressbot.bot.registration.State;
import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides a turn: folds the messages of a burst through the dialogue into one reply. Reads facts, changes nothing.
final class Planner {
    /// Clocks of phones and providers differ by less than this.
    private static final Duration CLOCK_DOUBT = Duration.ofHours(24);

    private final FactFinder facts;
    private final Texts texts;
    private final Duration maxAge;
    private final InstantSource time;

    /// @param maxAge older messages are stored and get no answer
    Planner(FactFinder facts, Texts texts, Duration maxAge, InstantSource time) {
        this.facts = facts;
        this.texts = texts;
        this.maxAge = maxAge;
        this.time = time;
    }

    /// Decides what follows from the first messages.
    ///
    /// @param lost what another registration took while this turn was under way
    Plan plan(Reception reception, Snapshot snapshot, List<IncomingMessage> messages, Set<Field> lost) {
        State state = snapshot.state();
        List<Text> says = new ArrayList<>();
        Optional<Text> asks = Optional.empty();
        List<Option> options = List.of();
        List<Effect> effects = new ArrayList<>();
        int consumed = 0;
        boolean ended = false;
        while (consumed < messages.size() && !ended) {
            IncomingMessage message = messages.get(consumed++);
            Optional<Move> made = move(reception, snapshot, state, message, lost);
            if (made.isPresent()) {
                Move move = made.get();
                state = move.next();
                says.addAll(move.says());
                asks = move.asks();
                options = move.options();
                effects.addAll(move.effects());
                ended = move.endsTurn() || hitsDuplicate(move);
            }
        }
        return new Plan(consumed, state, texts.reply(says, asks, options), options, effects);
    }

    /// Each hit is stored before the next value is looked up, so that a burst cannot try out many.
    private static boolean hitsDuplicate(Move move) {
        return move.effects().stream().anyMatch(Effect.DuplicateHit.class::isInstance);
    }

    /// Empty when the message changes nothing and gets no answer.
    private Optional<Move> move(
            Reception reception, Snapshot snapshot, State state, IncomingMessage message, Set<Field> lost) {
        if (age(message).compareTo(maxAge) > 0) {
            return Optional.empty();
        }
        Dialogue dialogue = reception.dialogue();
        Heard heard = dialogue.hear(message.content(), state);
        if (heard instanceof Heard.Silence) {
            return Optional.empty();
        }
        Facts found = facts.find(reception, snapshot, message, dialogue.lookups(state, heard), lost);
        return Optional.of(dialogue.next(state, heard, found));
    }

    private Duration age(IncomingMessage message) {
        Duration onTheWay = Duration.between(message.sentAt(), message.receivedAt());
        Duration waiting = Duration.between(message.receivedAt(), time.instant());
        return onTheWay.compareTo(CLOCK_DOUBT) > 0 && onTheWay.compareTo(waiting) > 0 ? onTheWay : waiting;
    }
}
