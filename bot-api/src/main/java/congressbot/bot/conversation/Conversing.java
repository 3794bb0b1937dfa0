package congressbot.bot.conversation;

import congressbot.bot.answering.Answering;
import congressbot.bot.attention.Alerts;
import congressbot.bot.figures.ChatFigures;
import congressbot.bot.intake.Intake;
import congressbot.bot.llm.ModelCalls;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import congressbot.bot.session.ErasedChats;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.speech.Transcripts;
import congressbot.wire.queue.ConversationQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/// Puts the parts of this package together.
///
/// @param engine takes turns
/// @param deadLetters takes what no turn could process
/// @param desk where the staff decides about those
/// @param retention forgets what is no longer needed
/// @param joining makes one contact of two
public record Conversing(
        Engine engine, DeadLetters deadLetters, DeadLetterDesk desk, Retention retention, Joining joining) {
    /// What the conversations are kept in.
    public record Stores(
            Jdbi jdbi,
            ConversationQueue queue,
            SnapshotCache snapshots,
            ErasedChats erased,
            Transcripts transcripts,
            Outbox outbox,
            Participants participants,
            Alerts alerts) {}

    /// What is too old.
    ///
    /// @param message older messages are stored and get no answer
    /// @param session after a longer silence a person returns
    public record Times(Duration message, Duration session) {}

    /// Who is asked what we do not know.
    ///
    /// @param calls where it is written down that a model was asked
    /// @param history how many earlier questions of a chat count
    public record Asking(Answering answering, Pictures pictures, ModelCalls calls, int history) {}

    /// Everything over these stores.
    ///
    /// @param metrics learns how long turns think
    public static Conversing over(
            Stores stores,
            Receptions receptions,
            Asking asking,
            Times times,
            MeterRegistry metrics,
            InstantSource time) {
        Jdbi jdbi = stores.jdbi();
        Conversations conversations = new Conversations(jdbi);
        Inbox inbox = new Inbox(jdbi);
        Transcript transcript = new Transcript(jdbi);
        Events events = new Events(jdbi);
        Outbox outbox = stores.outbox();
        Participants participants = stores.participants();
        Questions questions = new Questions(jdbi);
        DeadLetterRows letters = new DeadLetterRows(jdbi);
        Talk talk = new Talk(transcript, questions, asking.calls(), letters, jdbi);
        Enquiries.Experts experts =
                new Enquiries.Experts(asking.answering(), asking.pictures(), new ChatFigures(jdbi, time));
        Enquiries enquiries = new Enquiries(experts, questions, asking.history(), time);
        FactFinder facts = new FactFinder(participants, events, enquiries, times.session(), time);
        Past past = new Past(jdbi);
        Heaps heaps = new Heaps(stores.queue(), transcript, events, time);
        Planner planner = new Planner(
                new Planner.Looks(facts, heaps, transcript, past), times.message(), Thinking.timer(metrics), time);
        EffectStore effects = new EffectStore(
                participants,
                events,
                new TurnMails(participants, outbox, time),
                new Erasure(participants, outbox, conversations, events, talk),
                stores.alerts(),
                time);
        TurnStore store = new TurnStore(jdbi, conversations, transcript, effects, questions, stores.alerts(), time);
        Replays replays = new Replays(inbox, transcript, outbox, stores.queue());
        Joining joining = new Joining(jdbi, receptions, conversations, stores.snapshots());
        Engine engine = new Engine(
                receptions,
                stores.snapshots(),
                planner,
                store,
                new Engine.Rows(
                        conversations, stores.erased(), replays, past, joining, participants, stores.transcripts()));
        return new Conversing(
                engine,
                new DeadLetters(new DeadLetters.Stores(jdbi, letters, conversations, inbox, outbox), receptions, time),
                new DeadLetterDesk(letters, inbox, engine, time),
                new Retention(new Intake(jdbi), inbox, outbox, conversations, talk),
                joining);
    }
}
