package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Registration;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class EffectStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Cpf CPF = new Cpf("52998224725");
    private static final Registration MARIA = Desk.registration("Maria da Silva", "maria@ufg.br", CPF);

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(NOW);
    private final Desk desk = new Desk(jdbi, time);
    private final Person maria = new Person("5562998765432", NOW);
    private final Person curious = new Person("5511911112222", NOW);

    @Test
    void an_amendment_is_noted_and_mails_nothing() {
        long number = desk.registers(maria, MARIA);
        Registration changed = Desk.registration("Maria de Souza", "maria@ufg.br", new Passport("AB123456"));

        assertThat(desk.takes(maria.says("sim"), new Effect.Amend(changed, number, Optional.of(MARIA))))
                .isInstanceOf(Stored.Done.class);

        assertThat(rows(jdbi, "SELECT full_name || ' ' || passport FROM participants"))
                .containsExactly("Maria de Souza AB123456");
        assertThat(rows(jdbi, "SELECT detail FROM conversation_events WHERE kind = 'amended'"))
                .containsExactly(Long.toString(number));
        assertThat(mails()).containsExactly("maria@ufg.br m:" + number + ":confirmation");
    }

    @Test
    void what_an_organiser_changed_since_a_correction_began_stays() {
        long number = desk.registers(maria, MARIA);
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET phone = '+5562911112222'"));
        Registration changed = Desk.registration("Maria de Souza", "maria@ufg.br", CPF);

        desk.takes(maria.says("sim"), new Effect.Amend(changed, number, Optional.of(MARIA)));

        assertThat(rows(jdbi, "SELECT full_name || ' ' || phone FROM participants"))
                .containsExactly("Maria de Souza +5562911112222");
    }

    @Test
    void a_correction_of_which_nobody_noted_what_it_began_from_is_stored_as_it_is() {
        long number = desk.registers(maria, MARIA);
        Registration changed = Desk.registration("Maria de Souza", "maria@ufg.br", CPF);

        desk.takes(maria.says("sim"), new Effect.Amend(changed, number, Optional.empty()));

        assertThat(rows(jdbi, "SELECT full_name FROM participants")).containsExactly("Maria de Souza");
    }

    @Test
    void a_new_address_gets_the_confirmation() {
        long number = desk.registers(maria, MARIA);
        IncomingMessage yes = maria.says("sim");
        Registration changed = Desk.registration("Maria da Silva", "nova@ufg.br", CPF);

        desk.takes(yes, new Effect.Amend(changed, number, Optional.of(MARIA)));

        assertThat(mails())
                .containsExactly(
                        "maria@ufg.br m:" + number + ":confirmation",
                        "nova@ufg.br m:" + number + ":confirmation:" + Inbox.turnKey(yes.id()));
    }

    @Test
    void an_amendment_to_what_somebody_else_took_meanwhile_changes_nothing() {
        desk.registers(curious, Desk.registration("Ana Souza", "ana@ufg.br", new Cpf("11144477735")));
        long number = desk.registers(maria, MARIA);
        Snapshot before = desk.found(maria);
        Registration taken = Desk.registration("Maria da Silva", "ana@ufg.br", CPF);

        assertThat(desk.takes(maria.says("sim"), new Effect.Amend(taken, number, Optional.of(MARIA))))
                .isEqualTo(new Stored.LostRace());

        assertThat(desk.found(maria)).isEqualTo(before);
        assertThat(rows(jdbi, "SELECT email FROM participants ORDER BY id"))
                .containsExactly("ana@ufg.br", "maria@ufg.br");
        assertThat(rows(jdbi, "SELECT id FROM conversation_events WHERE kind = 'amended'"))
                .isEmpty();
    }

    @Test
    void a_confirmation_is_sent_again_once_a_turn() {
        long number = desk.registers(maria, MARIA);
        IncomingMessage first = maria.says("não chegou");
        IncomingMessage second = maria.says("ainda não chegou");

        desk.takes(first, new Effect.ResendConfirmation(number), new Effect.ResendConfirmation(number));
        desk.takes(second, new Effect.ResendConfirmation(number));

        assertThat(mails())
                .containsExactly(
                        "maria@ufg.br m:" + number + ":confirmation",
                        "maria@ufg.br m:" + number + ":confirmation:" + Inbox.turnKey(first.id()),
                        "maria@ufg.br m:" + number + ":confirmation:" + Inbox.turnKey(second.id()));
    }

    @Test
    void a_cancelled_registration_is_not_confirmed_again() {
        long number = desk.registers(maria, MARIA);
        desk.takes(maria.says("sim"), new Effect.CancelRegistration(number));

        desk.takes(maria.says("manda de novo"), new Effect.ResendConfirmation(number));

        assertThat(mails()).containsExactly("maria@ufg.br m:" + number + ":confirmation");
    }

    @Test
    void all_data_are_mailed_as_text_and_as_a_file() {
        long number = desk.registers(maria, MARIA);
        IncomingMessage wish = maria.says("quero meus dados");

        desk.speaks(Language.ENGLISH).takes(wish, new Effect.SendData(number));

        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE body->>'template' = 'data' AND body->>'language' = 'en'"))
                .containsExactly("m:" + number + ":data:" + Inbox.turnKey(wish.id()));
        assertThat(rows(
                        jdbi,
                        "SELECT (body->'attachment'->>'text')::jsonb->>'cpf' FROM outbox WHERE body ?? 'attachment'"))
                .containsExactly("52998224725");
        assertThat(rows(jdbi, "SELECT body->>'values' FROM outbox WHERE body ?? 'attachment'"))
                .noneMatch(values -> values.contains("52998224725"));
    }

    @Test
    void whoever_is_registered_is_reminded_once_a_day_in_her_own_language() {
        long number = desk.speaks(Language.SPANISH).registers(maria, MARIA);
        desk.speaks(Language.PORTUGUESE);

        desk.takes(curious.says("oi"), new Effect.RemindRegistered(CPF));
        desk.takes(curious.says("oi?"), new Effect.RemindRegistered(new EmailAddress("maria@ufg.br")));
        time.pass(Duration.ofDays(1));
        desk.takes(curious.says("oi!"), new Effect.RemindRegistered(CPF));

        assertThat(rows(
                        jdbi,
                        "SELECT (body->>'to') || ' ' || (body->>'language') || ' ' || key FROM outbox "
                                + "WHERE body->>'template' = 'reminder' ORDER BY id"))
                .containsExactly(
                        "maria@ufg.br es m:" + number + ":reminder:2026-11-20",
                        "maria@ufg.br es m:" + number + ":reminder:2026-11-21");
    }

    @Test
    void nobody_is_reminded_where_nobody_is_registered() {
        assertThat(desk.takes(curious.says("oi"), new Effect.RemindRegistered(CPF)))
                .isInstanceOf(Stored.Done.class);

        assertThat(mails()).isEmpty();
        assertThat(rows(jdbi, "SELECT id FROM conversation_events WHERE kind <> 'step'"))
                .isEmpty();
    }

    @Test
    void that_a_person_is_wanted_is_noted() {
        desk.takes(curious.says("quero falar com alguém"), new Effect.PersonWanted(Effect.Why.ASKED));

        assertThat(rows(jdbi, "SELECT kind FROM conversation_events WHERE kind <> 'step'"))
                .containsExactly("person-wanted");
    }

    @Test
    void a_conversation_keeps_its_language_and_when_it_was_last_heard() {
        Stored.Done first = (Stored.Done) desk.speaks(Language.ENGLISH).takes(maria.says("hello"));

        Snapshot found = desk.found(maria);
        Stored.Done second = (Stored.Done) desk.speaks(Language.SPANISH)
                .takes(found, List.of(maria.saidAt(NOW.plus(Duration.ofHours(1)), "hola")));

        assertThat(found).isEqualTo(first.after());
        assertThat(found.language()).isEqualTo(Language.ENGLISH);
        assertThat(found.lastSeen()).contains(NOW);
        assertThat(desk.found(maria)).isEqualTo(second.after());
        assertThat(second.after().language()).isEqualTo(Language.SPANISH);
        assertThat(second.after().lastSeen()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_number_that_was_never_given_changes_nothing() {
        long unknown = new Participants(jdbi).nextNumber();

        desk.takes(maria.says("oi"), new Effect.SendData(unknown), new Effect.ResendConfirmation(unknown));

        assertThat(mails()).isEmpty();
    }

    private List<String> mails() {
        return rows(jdbi, "SELECT (body->>'to') || ' ' || key FROM outbox WHERE kind = 'mail' ORDER BY id");
    }
}
