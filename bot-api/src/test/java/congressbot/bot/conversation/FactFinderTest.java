package congressbot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final Enquiries enquiries =
            new Enquiries(asking.answering(), asking.pictures(), new Questions(jdbi), asking.history(), time);
    private final FactFinder finder =
            new FactFinder(new Participants(jdbi), new Events(jdbi), enquiries, SESSION, time);
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

    private Facts find(IncomingMessage message, Lookup... lookups) {
        Snapshot snapshot = new Conversations(jdbi).load("default", message);
        Reception reception = Rooms.sample().of(message.channel(), message.account());
        Enquiries.Moment moment =
                new Enquiries.Moment(reception.in(Language.PORTUGUESE), snapshot, snapshot.state(), message, List.of());
        return finder.find(reception, new FactFinder.Wanted(List.of(lookups), moment, Set.of(), new Replies()))
                .facts();
    }
}
