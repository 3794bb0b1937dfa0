package congressbot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.answering.Answering;
import congressbot.bot.figures.ChatFigures;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.Advice;
import congressbot.bot.llm.Assistant;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.llm.Proposal;
import congressbot.bot.llm.Reranker;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Answers;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Followup;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.State;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class FactFinderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration SESSION = Duration.ofDays(7);
    private static final Cpf CPF = new Cpf("52998224725");
    private static final EmailAddress EMAIL = new EmailAddress("maria@ufg.br");
    private static final Registration MARIA = Desk.registration("Maria da Silva", EMAIL.value(), CPF);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(NOW);
    private final Desk desk = new Desk(jdbi, time);
    private final Conversing.Asking asking = Rooms.asking(jdbi);
    private final FactFinder finder = finder(asking.answering());
    private final Person maria = new Person("5562998765432", NOW);
    private final Person ana = new Person("5511911112222", NOW);

    @Test
    void what_somebody_registered_is_taken_for_everybody_but_herself() {
        long number = desk.registers(maria, MARIA);

        Facts others = find(
                ana.says("oi"),
                new Lookup.DocumentTaken(CPF, OptionalLong.empty()),
                new Lookup.EmailTaken(EMAIL, OptionalLong.empty()));
        Facts own = find(
                maria.says("oi"),
                new Lookup.DocumentTaken(CPF, OptionalLong.of(number)),
                new Lookup.EmailTaken(EMAIL, OptionalLong.of(number)));

        assertThat(others.taken()).containsExactlyInAnyOrder(Field.CPF, Field.EMAIL);
        assertThat(own.taken()).isEmpty();
    }

    @Test
    void the_registrations_are_those_of_the_chat() {
        long number = desk.registers(maria, MARIA);

        assertThat(find(maria.says("oi"), new Lookup.Registrations()).registrations())
                .containsExactly(new Registered(number, MARIA));
        assertThat(find(ana.says("oi"), new Lookup.Registrations()).registrations())
                .isEmpty();
        assertThat(find(maria.says("oi")).registrations()).isEmpty();
    }

    @Test
    void a_person_returns_after_a_silence_longer_than_a_session() {
        desk.takes(maria.says("oi"));

        assertThat(find(maria.saidAt(NOW.plus(SESSION), "oi")).returning()).isFalse();
        assertThat(find(maria.saidAt(NOW.plus(SESSION).plusSeconds(1), "oi")).returning())
                .isTrue();
        assertThat(find(ana.saidAt(NOW.plus(Duration.ofDays(30)), "oi")).returning())
                .isFalse();
    }

    @Test
    void what_the_chat_registered_is_personal_in_whatever_is_asked_afterwards() throws Exception {
        long number = desk.registers(maria, Desk.registration("Zuleica Quaresma", EMAIL.value(), CPF));
        Library library = Rooms.library(jdbi);
        library.look();
        List<Inquiry> inquiries = new ArrayList<>();
        FactFinder asking = finder(new Answering(library.knowledge(), listener(inquiries), Reranker.none()));
        String question = "quaresma pode deixar a moto no estacionamento?";

        for (State state : List.of(
                new State.Completed(number, 0, Optional.empty()),
                new State.Collecting(
                        MARIA.notice(),
                        Answers.NONE,
                        Field.NAME,
                        0,
                        Optional.empty(),
                        Optional.of(new Followup.Another(number))))) {
            find(asking, state, maria.says(question), new Lookup.AnswerTo(question, Lookup.Asked.PLAINLY));
        }

        assertThat(inquiries).hasSize(2).allSatisfy(inquiry -> {
            assertThat(inquiry.personal()).contains("Zuleica Quaresma", EMAIL.value(), "Zuzu");
            assertThat(Redactor.load().redaction(inquiry.personal(), "").redacted(inquiry.question()))
                    .doesNotContain("quaresma")
                    .contains("moto");
        });
    }

    @Test
    void what_this_very_turn_registers_is_personal_too() throws Exception {
        Library library = Rooms.library(jdbi);
        library.look();
        List<Inquiry> inquiries = new ArrayList<>();
        FactFinder asking = finder(new Answering(library.knowledge(), listener(inquiries), Reranker.none()));
        String question = "pode deixar a moto no estacionamento?";
        State confirming = new State.Confirming(MARIA, 0, Optional.empty(), Optional.empty());
        Snapshot snapshot = new Snapshot(
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                confirming,
                List.of(),
                Language.PORTUGUESE,
                Optional.empty(),
                Optional.empty());

        find(
                asking,
                snapshot,
                new State.Completed(1, 0, Optional.empty()),
                maria.says(question),
                new Lookup.AnswerTo(question, Lookup.Asked.PLAINLY));

        assertThat(inquiries)
                .singleElement()
                .satisfies(inquiry -> assertThat(inquiry.personal()).contains("Maria da Silva"));
    }

    private FactFinder finder(Answering answering) {
        return new FactFinder(
                new Participants(jdbi),
                new Events(jdbi),
                new Enquiries(
                        new Enquiries.Experts(answering, asking.pictures(), new ChatFigures(jdbi, time)),
                        new Questions(jdbi),
                        asking.history(),
                        time),
                SESSION,
                time);
    }

    private static Assistant listener(List<Inquiry> inquiries) {
        return new Assistant() {
            @Override
            public Advice advise(Inquiry inquiry) {
                inquiries.add(inquiry);
                return new Advice.NotThere();
            }

            @Override
            public Optional<String> propose(Proposal proposal) {
                return Optional.empty();
            }
        };
    }

    private Facts find(IncomingMessage message, Lookup... lookups) {
        return find(finder, new Conversations(jdbi).load("default", message).state(), message, lookups);
    }

    private Facts find(FactFinder asked, State state, IncomingMessage message, Lookup... lookups) {
        return find(asked, new Conversations(jdbi).load("default", message), state, message, lookups);
    }

    private static Facts find(
            FactFinder asked, Snapshot snapshot, State state, IncomingMessage message, Lookup... lookups) {
        Reception reception = Rooms.sample().of(message.channel(), message.account());
        Enquiries.Moment moment =
                new Enquiries.Moment(reception.in(Language.PORTUGUESE), snapshot, state, message, List.of());
        return asked.find(reception, new FactFinder.Wanted(List.of(lookups), moment, Set.of(), new Replies()))
                .facts();
    }
}
