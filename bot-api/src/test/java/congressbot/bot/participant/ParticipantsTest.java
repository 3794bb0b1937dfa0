package congressbot.bot.participant;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.Answer;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantsTest {
    private static final Cpf CPF = new Cpf("52998224725");
    private static final Cpf OTHER_CPF = new Cpf("11144477735");
    private static final EmailAddress EMAIL = new EmailAddress("familia@ufg.br");

    private static final EmailAddress OTHER_EMAIL = new EmailAddress("outra@ufg.br");
    private static final Registration FOREIGNER = new Registration(
            new Notice("2026-12", Instant.parse("2026-12-01T09:00:00Z")),
            new FullName("Anna Müller"),
            new EmailAddress("anna@example.org"),
            new Passport("C01X00T47"),
            new Phone(new PhoneNumber("+4930901820")),
            new Abroad("Köln", "DE"),
            new Profile("Docente"),
            Optional.of(new BadgeName("Anni")));
    private static final OptionalLong NOBODY = OptionalLong.empty();

    private final Jdbi jdbi = TestDatabase.emptied();
    private final Participants participants = new Participants(jdbi);

    @Test
    void an_address_is_registered_once() {
        assertThat(register(CPF, false)).isTrue();

        assertThat(register(OTHER_CPF, false)).isFalse();
        assertThat(participants.isTaken("default", EMAIL, NOBODY)).isTrue();
    }

    @Test
    void a_family_shares_its_address_where_the_congress_allows_it() {
        register(CPF, true);

        assertThat(register(OTHER_CPF, true)).isTrue();
        assertThat(participants.isTaken("default", EMAIL, NOBODY)).isFalse();
    }

    @Test
    void a_cpf_is_registered_once_in_each_congress() {
        register(CPF, true);

        assertThat(register(CPF, true)).isFalse();
        assertThat(participants.isTaken("default", CPF, NOBODY)).isTrue();
        assertThat(participants.isTaken("another", CPF, NOBODY)).isFalse();
    }

    @Test
    void a_cancelled_registration_takes_nothing() {
        register(CPF, false);
        String number = rows(jdbi, "SELECT id FROM participants").getFirst();

        jdbi.useHandle(handle -> participants.cancel(handle, "another", Long.parseLong(number)));
        assertThat(participants.isTaken("default", CPF, NOBODY)).isTrue();
        jdbi.useHandle(handle -> participants.cancel(handle, "default", Long.parseLong(number)));

        assertThat(participants.isTaken("default", CPF, NOBODY)).isFalse();
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
                "full_name = 'x'",
                "badge_name = ''",
                "badge_name = repeat('x', 61)"
            })
    void the_database_refuses_what_the_form_refuses(String change) {
        register(CPF, false);

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE participants SET " + change)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void a_registration_is_read_as_it_was_stored() {
        long conversation = conversation();
        long first = stored(conversation, registration(CPF, EMAIL), false);
        long second = stored(conversation, FOREIGNER, false);

        assertThat(participants.of(conversation))
                .containsExactly(new Registered(first, registration(CPF, EMAIL)), new Registered(second, FOREIGNER));
        assertThat(rows(
                        jdbi,
                        "SELECT state || ' ' || country || ' ' || badge_name FROM participants WHERE id = " + second))
                .containsExactly("EX DE Anni");
        assertThat(rows(jdbi, "SELECT state || ' ' || country FROM participants WHERE id = " + first))
                .containsExactly("GO BR");
    }

    @Test
    void only_confirmed_registrations_of_the_chat_are_its_registrations() {
        long conversation = conversation();
        long mine = stored(conversation, registration(CPF, EMAIL), false);
        stored(conversation(), registration(OTHER_CPF, OTHER_EMAIL), false);

        jdbi.useHandle(handle -> participants.cancel(handle, "default", mine));

        assertThat(participants.of(conversation)).isEmpty();
    }

    @Test
    void a_passport_is_registered_once() {
        stored(conversation(), FOREIGNER, true);

        assertThat(participants.isTaken("default", FOREIGNER.document(), NOBODY))
                .isTrue();
        assertThat(participants.isTaken("default", new Passport("X1234567"), NOBODY))
                .isFalse();
        assertThat(participants.isTaken("default", new Passport("52998224725"), NOBODY))
                .isFalse();
    }

    @Test
    void the_own_registration_takes_nothing_from_itself() {
        long number = stored(conversation(), registration(CPF, EMAIL), false);

        assertThat(participants.isTaken("default", CPF, OptionalLong.of(number)))
                .isFalse();
        assertThat(participants.isTaken("default", EMAIL, OptionalLong.of(number)))
                .isFalse();
        assertThat(participants.isTaken("default", CPF, OptionalLong.of(number + 1)))
                .isTrue();
        assertThat(participants.isTaken("default", EMAIL, OptionalLong.of(number + 1)))
                .isTrue();
    }

    @Test
    void an_amendment_changes_every_value_and_the_time() {
        long conversation = conversation();
        long number = stored(conversation, registration(CPF, EMAIL), false);
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET updated_at = created_at - interval '1 day'"));

        assertThat(amend(number, FOREIGNER)).isTrue();

        assertThat(participants.of(conversation)).containsExactly(new Registered(number, FOREIGNER));
        assertThat(rows(jdbi, "SELECT updated_at >= created_at FROM participants"))
                .containsExactly("t");
    }

    @Test
    void an_amendment_does_not_take_what_is_somebody_elses() {
        stored(conversation(), registration(CPF, EMAIL), false);
        long conversation = conversation();
        long number = stored(conversation, registration(OTHER_CPF, OTHER_EMAIL), false);

        assertThat(amend(number, registration(CPF, OTHER_EMAIL))).isFalse();
        assertThat(amend(number, registration(OTHER_CPF, EMAIL))).isFalse();

        assertThat(participants.of(conversation))
                .containsExactly(new Registered(number, registration(OTHER_CPF, OTHER_EMAIL)));
    }

    @Test
    void a_cancelled_registration_is_not_amended() {
        long number = stored(conversation(), registration(CPF, EMAIL), false);
        jdbi.useHandle(handle -> participants.cancel(handle, "default", number));

        assertThat(amend(number, FOREIGNER)).isFalse();
    }

    @Test
    void whoever_registered_with_a_value_is_found_by_it() {
        long first = stored(conversation(), registration(CPF, EMAIL), true);
        long second = stored(conversation(), registration(OTHER_CPF, EMAIL), true);
        long third = stored(conversation(), FOREIGNER, true);

        assertThat(registeredWith(CPF)).contains(first);
        assertThat(registeredWith(EMAIL)).contains(second);
        assertThat(registeredWith(FOREIGNER.document())).contains(third);
        assertThat(registeredWith(OTHER_EMAIL)).isEmpty();
        assertThat(registeredWith(new FullName("Maria da Silva"))).isEmpty();
    }

    @Test
    void the_data_of_a_cancelled_registration_can_still_be_had() {
        long number = stored(conversation(), registration(CPF, EMAIL), false);
        jdbi.useHandle(handle -> participants.cancel(handle, "default", number));

        PersonalData data = jdbi.withHandle(handle -> participants.dataOf(handle, "default", number))
                .orElseThrow();

        Optional<Registered> confirmed = jdbi.withHandle(handle -> participants.byNumber(handle, "default", number));

        assertThat(data.registered()).isEqualTo(new Registered(number, registration(CPF, EMAIL)));
        assertThat(data.status()).isEqualTo(Participant.Status.CANCELLED);
        assertThat(confirmed).isEmpty();
    }

    @Test
    void erasing_takes_all_registrations_of_one_chat() {
        long conversation = conversation();
        long first = stored(conversation, registration(CPF, EMAIL), false);
        long second = stored(conversation, FOREIGNER, false);
        long others = stored(conversation(), registration(OTHER_CPF, OTHER_EMAIL), false);
        jdbi.useHandle(handle -> participants.cancel(handle, "default", second));

        List<Long> all = jdbi.withHandle(handle -> participants.numbers(handle, conversation));
        jdbi.useTransaction(handle -> participants.erase(handle, conversation));

        assertThat(all).containsExactly(first, second);
        assertThat(rows(jdbi, "SELECT id FROM participants")).containsExactly(Long.toString(others));
    }

    private Optional<Long> registeredWith(Answer typed) {
        return jdbi.withHandle(handle -> participants.registeredWith(handle, "default", typed))
                .map(Registered::number);
    }

    private boolean amend(long number, Registration registration) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            boolean amended = participants.amend(handle, "default", number, registration, false);
            if (amended) {
                handle.commit();
            } else {
                handle.rollback();
            }
            return amended;
        }
    }

    private boolean register(Cpf cpf, boolean sharedEmail) {
        long conversation = conversation();
        return register(conversation, participants.nextNumber(), registration(cpf, EMAIL), sharedEmail);
    }

    private long stored(long conversation, Registration registration, boolean sharedEmail) {
        long number = participants.nextNumber();
        assertThat(register(conversation, number, registration, sharedEmail)).isTrue();
        return number;
    }

    private boolean register(long conversation, long number, Registration registration, boolean sharedEmail) {
        Participants.Origin origin = new Participants.Origin("default", conversation, "gowa", sharedEmail);
        return jdbi.inTransaction(handle -> participants.register(handle, number, registration, origin));
    }

    private static Registration registration(Document document, EmailAddress email) {
        return new Registration(
                new Notice("2026-11", Instant.parse("2026-11-20T12:00:00Z")),
                new FullName("Maria da Silva"),
                email,
                document,
                new Phone(new PhoneNumber("+5562998765432")),
                new Municipality(5208707, "Goiânia", Uf.GO),
                new Profile("Estudante"),
                Optional.empty());
    }

    private long conversation() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        WITH contact AS (INSERT INTO contacts (congress_id) VALUES ('default') RETURNING id)
                        INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step,
                                                   version, message_count, last_seen_at)
                        SELECT 'default', 'gowa', '1', id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now() FROM contact
                        RETURNING id
                        """).mapTo(Long.class).one());
    }
}
