package congressbot.bot.participant;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantsTest {
    private static final Cpf CPF = new Cpf("52998224725");
    private static final Cpf OTHER_CPF = new Cpf("11144477735");
    private static final EmailAddress EMAIL = new EmailAddress("familia@ufg.br");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final Participants participants = new Participants(jdbi);

    @Test
    void an_address_is_registered_once() {
        assertThat(register(CPF, false)).isTrue();

        assertThat(register(OTHER_CPF, false)).isFalse();
        assertThat(participants.isTaken("default", EMAIL)).isTrue();
    }

    @Test
    void a_family_shares_its_address_where_the_congress_allows_it() {
        register(CPF, true);

        assertThat(register(OTHER_CPF, true)).isTrue();
        assertThat(participants.isTaken("default", EMAIL)).isFalse();
    }

    @Test
    void a_cpf_is_registered_once_in_each_congress() {
        register(CPF, true);

        assertThat(register(CPF, true)).isFalse();
        assertThat(participants.isTaken("default", CPF)).isTrue();
        assertThat(participants.isTaken("another", CPF)).isFalse();
    }

    @Test
    void a_cancelled_registration_takes_nothing() {
        register(CPF, false);
        String number = rows(jdbi, "SELECT id FROM participants").getFirst();

        jdbi.useHandle(handle -> participants.cancel(handle, "another", Long.parseLong(number)));
        assertThat(participants.isTaken("default", CPF)).isTrue();
        jdbi.useHandle(handle -> participants.cancel(handle, "default", Long.parseLong(number)));

        assertThat(participants.isTaken("default", CPF)).isFalse();
        assertThat(register(CPF, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpf = '123'",
                "cpf = NULL",
                "passport = 'AB123456'",
                "email = 'Maria@UFG.br'",
                "phone = '62998765432'",
                "state = 'XX'",
                "state = 'EX'",
                "status = 'perhaps'",
                "full_name = 'x'"
            })
    void the_database_refuses_what_the_form_refuses(String change) {
        register(CPF, false);

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE participants SET " + change)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("violates check constraint");
    }

    private boolean register(Cpf cpf, boolean sharedEmail) {
        Registration registration = new Registration(
                new Notice("2026-11", Instant.parse("2026-11-20T12:00:00Z")),
                new FullName("Maria da Silva"),
                EMAIL,
                cpf,
                new Phone(new PhoneNumber("+5562998765432")),
                new Municipality(5208707, "Goiânia", Uf.GO),
                new Profile("Estudante"));
        long conversation = jdbi.withHandle(
                handle -> handle.createQuery("""
                        WITH contact AS (INSERT INTO contacts (congress_id) VALUES ('default') RETURNING id)
                        INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step,
                                                   version, message_count, last_seen_at)
                        SELECT 'default', 'gowa', '1', id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now() FROM contact
                        RETURNING id
                        """).mapTo(Long.class).one());
        Participants.Origin origin = new Participants.Origin("default", conversation, "gowa", sharedEmail);
        long number = participants.nextNumber();
        return jdbi.inTransaction(handle -> participants.register(handle, number, registration, origin));
    }
}
