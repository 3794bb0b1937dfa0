package congressbot.bot.conversation;

import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Registration;
import congressbot.bot.session.ErasedChats;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.speech.Transcripts;
import congressbot.wire.bot.SendState;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// One turn of a conversation: load, decide, store, in that order. Deciding changes nothing, and
/// storing happens whole or not at all, so that a turn may be tried again whenever somebody else was
/// faster.
public final class Engine {
    /// A turn that is overtaken this often is given back to the caller, who tries later: more than a
    /// person sends at once by the HTTP door, where nothing else brings her messages into an order.
    private static final int MAX_TRIES = 40;

    /// An older message is never processed, whoever asks for it.
    static final Duration OLDEST = Duration.ofDays(7);

    private final Receptions receptions;
    private final SnapshotCache snapshots;
    private final Planner planner;
    private final TurnStore store;
    private final Rows rows;

    /// What is looked up around a turn.
    record Rows(
            Conversations conversations,
            ErasedChats erased,
            Replays replays,
            Past past,
            Joining joining,
            Participants participants,
            Transcripts transcripts) {}

    Engine(Receptions receptions, SnapshotCache snapshots, Planner planner, TurnStore store, Rows rows) {
        this.receptions = receptions;
        this.snapshots = snapshots;
        this.planner = planner;
        this.store = store;
        this.rows = rows;
    }

    /// Takes the turn of the first messages.
    ///
    /// @param batch the waiting messages of one conversation, oldest first; some may have taken
    ///     effect before
    /// @throws Overtaken when others were faster all the time
    public TurnResult turn(List<IncomingMessage> batch) {
        IncomingMessage first = batch.getFirst();
        Reception reception = receptions.of(first.channel(), first.account());
        Snapshot snapshot = snapshots.find(first.conversation()).orElseGet(() -> load(reception, first));
        List<IncomingMessage> messages = batch;
        Map<String, Fate> early = Map.of();
        Set<Field> lost = EnumSet.noneOf(Field.class);
        Replies replies = new Replies();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Planner.Start start = new Planner.Start(snapshot, messages, early, lost, replies);
            Turn turn = Turn.of(reception, snapshot, planner.plan(reception, start));
            switch (store.store(turn)) {
                case Stored.Done done -> {
                    remember(turn, done);
                    if (turn.ids().contains(first.id())) {
                        return answer(turn, done, batch);
                    }
                    // Sent before the first, it came behind it. Its reply goes out when its own place has come.
                    messages = without(messages, turn.ids());
                    snapshot = done.after();
                    lost = EnumSet.noneOf(Field.class);
                }
                case Stored.OutOfDate() -> snapshot = reload(reception, first);
                case Stored.TwoContacts(var aliases) -> {
                    rows.joining().join(reception.congress().id(), first.channel(), aliases);
                    snapshot = reload(reception, first);
                }
                case Stored.KnownMessages() -> {
                    snapshot = reload(reception, first);
                    switch (rows.replays().find(snapshot, batch)) {
                        case Replays.Finding.Before before -> {
                            return before.result();
                        }
                        case Replays.Finding.Fresh fresh -> messages = fresh.messages();
                    }
                    early = rows.past().early(snapshot, messages);
                }
                case Stored.LostRace() -> lost = taken(turn);
            }
        }
        throw new Overtaken();
    }

    /// Takes the turn of a message that was given up before, on what is true now. Its reply is left
    /// to the relay.
    ///
    /// @param noting decides, inside the turn's transaction, whether the message may still take effect
    /// @return false when it may not: nothing was changed
    /// @throws Overtaken when others were faster all the time
    boolean replay(IncomingMessage message, TurnStore.Noting noting) {
        Reception reception = receptions.of(message.channel(), message.account());
        Set<Field> lost = EnumSet.noneOf(Field.class);
        Replies replies = new Replies();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Snapshot snapshot = reload(reception, message);
            Map<String, Fate> early = rows.past().early(snapshot, List.of(message));
            Planner.Start start = new Planner.Start(snapshot, List.of(message), early, lost, replies);
            Turn turn = Turn.replaying(
                    reception, snapshot, message, planner.upTo(OLDEST).plan(reception, start));
            switch (store.store(turn, noting)) {
                case Stored.Done done -> {
                    remember(turn, done);
                    return true;
                }
                case Stored.TwoContacts(var aliases) ->
                    rows.joining().join(reception.congress().id(), message.channel(), aliases);
                case Stored.OutOfDate() -> {} // and decided again on what is there now
                case Stored.KnownMessages() -> {
                    return false;
                }
                case Stored.LostRace() -> lost = taken(turn);
            }
        }
        throw new Overtaken();
    }

    /// The snapshot as it is stored now: the cached one was too old.
    private Snapshot reload(Reception reception, IncomingMessage first) {
        snapshots.forget(first.conversation());
        return load(reception, first);
    }

    /// Nobody is found by the ids of a chat that was erased; but what counts against abuse of it goes on.
    private Snapshot load(Reception reception, IncomingMessage first) {
        Snapshot stored = rows.conversations().load(reception.congress().id(), first);
        return stored.contact().isPresent()
                ? stored
                : rows.erased()
                        .find(first.conversation())
                        .flatMap(rows.conversations()::find)
                        .orElse(stored);
    }

    private static List<IncomingMessage> without(List<IncomingMessage> messages, List<MessageId> taken) {
        return messages.stream()
                .filter(message -> !taken.contains(message.id()))
                .toList();
    }

    /// The queue forgets messages from its head on: those of the turn that stand there are done with.
    private TurnResult answer(Turn turn, Stored.Done done, List<IncomingMessage> batch) {
        Plan plan = turn.plan();
        List<MessageId> taken = turn.ids();
        long leading = batch.stream()
                .takeWhile(message -> taken.contains(message.id()))
                .count();
        SendState send = sendState(turn, done);
        return new TurnResult.Answered(
                (int) leading,
                plan.speaks() ? Optional.of(plan.reply()) : Optional.empty(),
                plan.next().step(),
                plan.options(),
                turn.key(),
                send,
                send == SendState.NOW ? Optional.of(turn.outgoing()) : Optional.empty());
    }

    private void remember(Turn turn, Stored.Done done) {
        if (turn.plan().erases()) {
            forget(turn, done.after());
        }
        List<MessageId> deleted = deleted(turn);
        if (!deleted.isEmpty()) {
            rows.transcripts().forget(deleted);
        }
        snapshots.keep(turn.last().conversation(), done.after());
    }

    /// What was kept of voice notes goes with them.
    private static List<MessageId> deleted(Turn turn) {
        return turn.plan().heard().stream()
                .flatMap(uttered -> switch (uttered.fate()) {
                    case Fate.Deletes(var original) ->
                        Stream.of(new MessageId(
                                uttered.message().channel(), uttered.message().account(), original));
                    case Fate.Deleted _ -> Stream.of(uttered.message().id());
                    case Fate.Heard _,
                            Fate.Edited _,
                            Fate.Overtaken _,
                            Fate.Corrects _,
                            Fate.Replaces _,
                            Fate.Nothing _ -> Stream.<MessageId>empty();
                })
                .toList();
    }

    /// Drops what was cached of the chat under any of its ids, and of its voice notes.
    private void forget(Turn turn, Snapshot after) {
        rows.transcripts().forget(rows.replays().messagesOf(after.conversation().orElseThrow()));
        IncomingMessage last = turn.last();
        List<ConversationId> names = Stream.concat(
                        Stream.of(last.conversation().contact()), turn.before().aliases().stream())
                .distinct()
                .map(alias -> new ConversationId(last.channel(), last.account(), alias))
                .toList();
        names.forEach(snapshots::forget);
        rows.erased().keep(names, after.conversation().orElseThrow());
    }

    private SendState sendState(Turn turn, Stored.Done done) {
        if (!turn.plan().speaks()) {
            return SendState.NONE;
        }
        if (turn.last().channel().equals(ChannelName.CHAT)) {
            return SendState.DONE;
        }
        return rows.replays().allSent(done.olderReplies()) ? SendState.NOW : SendState.LATER;
    }

    /// Which of the values of a registration that could not be stored are somebody else's by now.
    private Set<Field> taken(Turn turn) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        for (Effect effect : turn.plan().effects()) {
            if (effect instanceof Effect.Register(var registration, var _)) {
                taken.addAll(taken(turn, registration, OptionalLong.empty()));
            }
            if (effect instanceof Effect.Amend(var registration, var number, var _)) {
                taken.addAll(taken(turn, registration, OptionalLong.of(number)));
            }
        }
        return taken;
    }

    private Set<Field> taken(Turn turn, Registration registration, OptionalLong own) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        if (rows.participants().isTaken(turn.congress(), registration.document(), own)) {
            taken.add(Field.CPF);
        }
        boolean shared = turn.reception().congress().enrolment().sharedEmail();
        if (!shared && rows.participants().isTaken(turn.congress(), registration.email(), own)) {
            taken.add(Field.EMAIL);
        }
        return taken;
    }

    /// Others changed the same conversation faster than this turn could be stored. Nothing was
    /// changed by it.
    public static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken " + MAX_TRIES + " times");
        }
    }
}
