package congressbot.bot.conversation;

import congressbot.bot.registration.Burst;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Move;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Decides a turn: folds the messages of a burst through the dialogue into one reply. Reads facts, changes nothing.
final class Planner {
    /// Clocks of phones and providers differ by less than this.
    private static final Duration CLOCK_DOUBT = Duration.ofHours(24);

    private final FactFinder facts;
    private final Duration maxAge;
    private final Timer thinking;
    private final InstantSource time;

    /// @param maxAge older messages are stored and get no answer
    /// @param thinking counts what turns take without their look-ups
    Planner(FactFinder facts, Duration maxAge, Timer thinking, InstantSource time) {
        this.facts = facts;
        this.maxAge = maxAge;
        this.thinking = thinking;
        this.time = time;
    }

    /// Decides what follows from the first messages.
    ///
    /// @param lost what another registration took while this turn was under way
    Plan plan(Reception reception, Snapshot snapshot, List<IncomingMessage> messages, Set<Field> lost) {
        State state = snapshot.state();
        Language language = snapshot.language();
        Snapshot seen = snapshot;
        Thinking thought = Thinking.begin();
        Burst burst = new Burst();
        List<Effect> effects = new ArrayList<>();
        int consumed = 0;
        boolean ended = false;
        while (consumed < messages.size() && !ended) {
            IncomingMessage message = messages.get(consumed++);
            Reception.Understood understood = reception.hear(message.content(), state, language);
            if (!isTooOld(message) && !(understood.heard() instanceof Heard.Silence)) {
                language = understood.language();
                Move move = move(reception, seen, state, message, understood, lost, thought);
                state = move.next();
                burst.add(move);
                effects.addAll(move.effects());
                ended = move.endsTurn() || hitsDuplicate(move);
            }
            seen = seen.seenAt(message.receivedAt());
        }
        String reply = reception.in(language).texts().reply(burst.says(), burst.asks(), burst.options());
        thought.end(thinking);
        return new Plan(consumed, state, language, reply, burst.options(), effects);
    }

    /// Each hit is stored before the next value is looked up, so that a burst cannot try out many.
    private static boolean hitsDuplicate(Move move) {
        return move.effects().stream().anyMatch(Effect.DuplicateHit.class::isInstance);
    }

    private Move move(
            Reception reception,
            Snapshot snapshot,
            State state,
            IncomingMessage message,
            Reception.Understood understood,
            Set<Field> lost,
            Thinking thought) {
        Speaker speaker = reception.in(understood.language());
        Heard heard = understood.heard();
        FactFinder.Asked asked = new FactFinder.Asked(speaker.dialogue().lookups(state, heard), speaker.facts(), lost);
        Facts found = thought.without(() -> facts.find(reception.congress(), snapshot, message, asked));
        return speaker.dialogue().next(state, heard, found);
    }

    private boolean isTooOld(IncomingMessage message) {
        return age(message).compareTo(maxAge) > 0;
    }

    private Duration age(IncomingMessage message) {
        Duration onTheWay = Duration.between(message.sentAt(), message.receivedAt());
        Duration waiting = Duration.between(message.receivedAt(), time.instant());
        return onTheWay.compareTo(CLOCK_DOUBT) > 0 && onTheWay.compareTo(waiting) > 0 ? onTheWay : waiting;
    }
}
