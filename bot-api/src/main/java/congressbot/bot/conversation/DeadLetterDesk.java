package congressbot.bot.conversation;

import congressbot.bot.conversation.DeadLetter.Status;
import congressbot.wire.message.IncomingMessage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the staff does about dead letters.
public final class DeadLetterDesk {
    private static final int MOST_LISTED = 200;

    private final DeadLetterRows rows;
    private final Inbox inbox;
    private final Engine engine;
    private final InstantSource time;

    DeadLetterDesk(DeadLetterRows rows, Inbox inbox, Engine engine, InstantSource time) {
        this.rows = rows;
        this.inbox = inbox;
        this.engine = engine;
        this.time = time;
    }

    /// The newest 200, those first that nobody has decided about.
    public List<DeadLetter> newest() {
        return rows.newest(MOST_LISTED);
    }

    public Optional<DeadLetter> find(long number) {
        return rows.find(number);
    }

    /// Nobody will do anything more about it. Safe to repeat.
    public Handled drop(long number) {
        rows.handle(number, Status.DROPPED, time.instant());
        return rows.find(number)
                .map(letter -> letter.status() == Status.DROPPED ? Handled.DROPPED : Handled.IN_EFFECT)
                .orElse(Handled.UNKNOWN);
    }

    /// Takes the turn of the message as if it came now, unless its chat went on without it. Safe to repeat: it takes
    /// effect once.
    public Handled replay(long number) {
        return rows.find(number).map(this::replay).orElse(Handled.UNKNOWN);
    }

    private Handled replay(DeadLetter letter) {
        return switch (letter.status()) {
            case REPLAYED -> Handled.REPLAYED_BEFORE;
            case DROPPED -> Handled.DROPPED_BEFORE;
            case OPEN, FOR_A_PERSON ->
                letter.message().map(message -> replay(letter, message)).orElse(Handled.UNREADABLE);
        };
    }

    private Handled replay(DeadLetter letter, IncomingMessage message) {
        if (letter.isForeign()) {
            return Handled.FOREIGN;
        }
        if (MessageAge.of(message, time.instant()).compareTo(Engine.OLDEST) > 0) {
            return Handled.TOO_OLD;
        }
        boolean replayed = engine.replay(
                message,
                (handle, turn, conversation) -> inbox.revive(handle, conversation, turn.key(), message)
                        && rows.handle(handle, letter.number(), Status.REPLAYED, time.instant()));
        return replayed ? Handled.REPLAYED : refused(letter.number(), message);
    }

    /// Why the message may not take effect any more. That a later one took effect stays true, so it may be judged
    /// again.
    private Handled refused(long number, IncomingMessage message) {
        Optional<Status> status = rows.find(number).map(DeadLetter::status);
        if (status.isEmpty()) {
            return Handled.UNKNOWN;
        }
        return switch (status.get()) {
            case REPLAYED -> Handled.REPLAYED_BEFORE;
            case DROPPED -> Handled.DROPPED_BEFORE;
            case OPEN, FOR_A_PERSON ->
                Optional.ofNullable(inbox.find(List.of(message)).get(message.id()))
                        .map(known -> known.dead() ? leftToAPerson(number) : Handled.FOREIGN)
                        .orElse(Handled.UNREADABLE); // it could not be read when it was given up
        };
    }

    private Handled leftToAPerson(long number) {
        rows.handle(number, Status.FOR_A_PERSON, time.instant());
        return Handled.OVERTAKEN;
    }
}
