package congressbot.bot.conversation;

import congressbot.bot.registration.Burst;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Move;
import congressbot.bot.registration.Pending;
import congressbot.bot.registration.Revision;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.message.IncomingMessage;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Decides a turn: folds the messages of a burst through the dialogue into one reply. Reads facts,
/// changes nothing.
final class Planner {
    /// A backlog is cut where its turn took so long, so that the reply comes while the worker waits.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Looks looks;
    private final Duration maxAge;
    private final Timer thinking;
    private final InstantSource time;

    /// @param maxAge older messages are stored and get no answer
    /// @param thinking counts what turns take without their look-ups
    Planner(Looks looks, Duration maxAge, Timer thinking, InstantSource time) {
        this.looks = looks;
        this.maxAge = maxAge;
        this.thinking = thinking;
        this.time = time;
    }

    /// Where facts are read.
    record Looks(FactFinder facts, Heaps heaps, Transcript transcript, Past past) {}

    /// One that answers messages up to this age.
    Planner upTo(Duration age) {
        return new Planner(looks, age, thinking, time);
    }

    /// What a turn starts from.
    ///
    /// @param messages as they were claimed
    /// @param early what was changed or deleted before it came, by the provider's ids
    /// @param lost what another registration took while this turn was under way
    /// @param replies what was answered in this turn before
    record Start(
            Snapshot snapshot,
            List<IncomingMessage> messages,
            Map<String, Fate> early,
            Set<Field> lost,
            Replies replies) {}

    /// Decides what follows from the first messages.
    Plan plan(Reception reception, Start start) {
        return switch (looks.heaps().of(start.snapshot(), start.messages())) {
            case Heap.Burst() -> fold(reception, start, Instant.MIN);
            case Heap.Backlog() -> fold(reception, start, time.instant().plus(PATIENCE));
            case Heap.Flood(boolean answered) -> flooded(reception, start, answered);
        };
    }

    /// All messages at once. Nobody hears about a flood of what wants no answer, or of what is left
    /// to a person.
    private Plan flooded(Reception reception, Start start, boolean answered) {
        Snapshot snapshot = start.snapshot();
        List<Uttered> all = uttered(start);
        List<IncomingMessage> messages =
                all.stream().filter(Uttered::isHeard).map(Uttered::message).toList();
        Quiet quiet = new Quiet(looks.transcript(), reception, snapshot, time.instant());
        messages.stream().filter(Quiet::isFromStaff).forEach(quiet::hearStaff);
        Speaker speaker = reception.in(snapshot.language());
        boolean silent = answered
                || quiet.isOn()
                || messages.stream().noneMatch(message -> wantsAnswer(reception, snapshot, message));
        Enquiries.Moment moment = new Enquiries.Moment(
                speaker, snapshot, snapshot.state(), all.getLast().message(), List.of());
        FactFinder.Wanted nothing = new FactFinder.Wanted(List.of(), moment, start.lost(), start.replies());
        Move move = speaker.dialogue()
                .flooded(
                        snapshot.state(), looks.facts().find(reception, nothing).facts(), silent);
        if (quiet.isOn()) {
            messages.stream().filter(message -> !Quiet.isFromStaff(message)).forEach(_ -> quiet.leave());
        }
        Burst burst = new Burst();
        burst.add(move);
        String reply = reply(speaker.texts(), List.of(), burst);
        return new Plan(
                all,
                move.next(),
                speaker.language(),
                reply,
                burst.options(),
                move.effects(),
                List.of(),
                quiet.silence());
    }

    /// The waiting messages as they are to be heard.
    private List<Uttered> uttered(Start start) {
        OptionalLong conversation = start.snapshot().conversation();
        List<IncomingMessage> ordered = Order.of(
                start.messages(),
                () -> conversation.isPresent()
                        ? looks.transcript().last(conversation.getAsLong()).map(Transcript.Last::at)
                        : Optional.empty());
        IncomingMessage any = ordered.getFirst();
        return Edits.of(ordered, start.early(), ids -> looks.past().find(start.snapshot(), any, ids));
    }

    private boolean wantsAnswer(Reception reception, Snapshot snapshot, IncomingMessage message) {
        Heard heard = reception
                .hear(message.content(), snapshot.state(), snapshot.language())
                .heard();
        return !isTooOld(message) && !(heard instanceof Heard.Silence);
    }

    /// One message after the other.
    ///
    /// @param until when a turn may go on beyond what a burst holds
    private Plan fold(Reception reception, Start start, Instant until) {
        State state = start.snapshot().state();
        Language language = start.snapshot().language();
        Snapshot seen = start.snapshot();
        List<Uttered> waiting = uttered(start);
        List<Uttered> taken = new ArrayList<>();
        Thinking thought = Thinking.begin();
        Burst burst = new Burst();
        Quiet quiet = new Quiet(looks.transcript(), reception, start.snapshot(), time.instant());
        List<Text> heard = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        List<Questions.Asked> asked = new ArrayList<>();
        int consumed = 0;
        boolean ended = false;
        while (taken.size() < waiting.size() && !ended && mayGoOn(consumed, until)) {
            Uttered uttered = waiting.get(taken.size());
            IncomingMessage message = uttered.message();
            boolean answered = !burst.says().isEmpty() || burst.asks().isPresent();
            if (Quiet.isFromStaff(message) && answered) {
                break; // what was said before it has its answer first
            }
            Reception.Understood understood = quiet.hear(uttered, state, language);
            if (decidesUnseen(understood.heard(), state, start.snapshot().state())) {
                break; // the next turn's, once this one's question is shown
            }
            consumed += uttered.size();
            State before = state;
            if (!quiet.isOn() && !isTooOld(message) && !(understood.heard() instanceof Heard.Silence)) {
                language = understood.language();
                Speaker speaker = reception.in(language);
                Heard meant = looks.facts().heard(reception, speaker, message, understood.heard());
                Enquiries.Moment moment = new Enquiries.Moment(speaker, seen, state, message, asked);
                FactFinder.Wanted wanted = new FactFinder.Wanted(
                        speaker.dialogue().lookups(state, meant), moment, start.lost(), start.replies());
                FactFinder.Found found = thought.without(() -> looks.facts().find(reception, wanted));
                found.asked().ifPresent(asked::add);
                Move move = speaker.dialogue().next(state, meant, found.facts());
                state = move.next();
                burst.add(move);
                Echo.of(message.content()).ifPresent(heard::add);
                effects.addAll(move.effects());
                quiet.follow(move.effects());
                ended = move.endsTurn() || changesWhatIsFound(move) || quiet.isOn();
            }
            taken.add(uttered.telling(Revision.told(before, state)));
            seen = seen.seenAt(message.receivedAt());
        }
        String reply = reply(reception.in(language).texts(), shown(heard, burst, effects), burst);
        thought.end(thinking);
        return new Plan(taken, state, language, reply, burst.options(), effects, asked, quiet.silence());
    }

    /// What was heard is never the whole answer, and not said again to somebody who wants it forgotten.
    private static List<Text> shown(List<Text> heard, Burst burst, List<Effect> effects) {
        boolean silent = burst.says().isEmpty() && burst.asks().isEmpty();
        return silent || effects.stream().anyMatch(Effect.Erase.class::isInstance) ? List.of() : heard;
    }

    private static String reply(Texts texts, List<Text> heard, Burst burst) {
        List<Text> says = Stream.concat(heard.stream(), burst.says().stream()).toList();
        return texts.reply(says, burst.asks(), burst.options());
    }

    /// A yes to what was read back within this burst was written before the person could see it.
    private static boolean decidesUnseen(Heard heard, State now, State shown) {
        return (heard instanceof Heard.Yes || heard instanceof Heard.No)
                && now.pending().orElse(null) instanceof Pending.HeardByVoice
                && !now.pending().equals(shown.pending());
    }

    /// What the next message is judged by must be stored before: whose document and address are
    /// taken, and how often somebody hit a stranger's.
    private static boolean changesWhatIsFound(Move move) {
        return move.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.Register _,
                    Effect.Amend _,
                    Effect.CancelRegistration _,
                    Effect.Erase _,
                    Effect.DuplicateHit _ -> true;
            case Effect.ResendConfirmation _,
                    Effect.SendData _,
                    Effect.RemindRegistered _,
                    Effect.FloodAnswered _,
                    Effect.PersonWanted _ -> false;
        });
    }

    private boolean mayGoOn(int consumed, Instant until) {
        return consumed < TurnRequest.BURST || time.instant().isBefore(until);
    }

    private boolean isTooOld(IncomingMessage message) {
        return MessageAge.of(message, time.instant()).compareTo(maxAge) > 0;
    }
}
