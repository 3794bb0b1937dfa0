package congressbot.bot.conversation;

import congressbot.bot.attention.Alerts;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.State;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Stores turns that a test decides, as if the dialogue had decided them.
final class Desk {
    static final String REPLY = "Pronto.";

    private final Conversations conversations;
    private final TurnStore store;
    private final Participants participants;
    private Language language = Language.PORTUGUESE;

    Desk(Jdbi jdbi, MovedTime time) {
        conversations = new Conversations(jdbi);
        participants = new Participants(jdbi);
        Outbox outbox = new Outbox(jdbi);
        Transcript transcript = new Transcript(jdbi);
        Events events = new Events(jdbi);
        Questions questions = new Questions(jdbi);
        Alerts alerts = Rooms.alerts(jdbi, time);
        EffectStore effects = new EffectStore(
                participants,
                events,
                new TurnMails(participants, outbox, time),
                new Erasure(
                        participants,
                        outbox,
                        conversations,
                        events,
                        new Talk(transcript, questions, Rooms.calls(jdbi), new DeadLetterRows(jdbi), jdbi)),
                alerts,
                time);
        store = new TurnStore(jdbi, conversations, transcript, effects, questions, alerts, time);
    }

    /// The turns to come are in this language.
    Desk speaks(Language other) {
        language = other;
        return this;
    }

    Snapshot found(Person person) {
        return conversations.load("default", person.says(""));
    }

    /// A turn with these effects.
    Stored takes(IncomingMessage message, Effect... effects) {
        return takes(conversations.load("default", message), List.of(message), effects);
    }

    Stored takes(Snapshot before, List<IncomingMessage> heard, Effect... effects) {
        Reception reception =
                Rooms.sample().of(heard.getFirst().channel(), heard.getFirst().account());
        List<Uttered> uttered = heard.stream()
                .map(message -> Uttered.of(message, new Fate.Heard(), List.of()))
                .toList();
        Plan plan =
                new Plan(uttered, State.START, language, REPLY, List.of(), List.of(effects), List.of(), Silence.NONE);
        return store.store(Turn.of(reception, before, plan));
    }

    /// A registration made in a turn of its own.
    ///
    /// @return its number
    long registers(Person person, Registration registration) {
        long number = participants.nextNumber();
        takes(person.says("sim"), new Effect.Register(registration, number));
        return number;
    }

    static Registration registration(String name, String email, Document document) {
        return new Registration(
                new Notice("2026-11", Instant.parse("2026-11-20T12:00:00Z")),
                new FullName(name),
                new EmailAddress(email),
                document,
                new Phone(new PhoneNumber("+5562998765432")),
                new Abroad("Lisboa", "PT"),
                new Profile("Estudante"),
                Optional.of(new BadgeName("Zuzu")));
    }
}
