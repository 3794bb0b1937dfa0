package congressbot.bot.office;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.participant.Change;
import congressbot.bot.participant.MailState;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registration;
import congressbot.bot.testing.Enrolled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTest {
    private static final String MAILS =
            "SELECT key || ' ' || (body->>'to') FROM outbox WHERE kind = 'mail' ORDER BY id";
    private static final String DEEDS =
            "SELECT account_name || ' ' || deed || ' ' || subject_kind FROM audit_log ORDER BY id";

    private final Desktop desk = new Desktop();

    @Test
    void whoever_is_added_by_hand_is_confirmed_by_mail_and_stands_in_the_log() {
        long number = desk.added(Desktop.typed());

        Sheet sheet = sheet(number);
        assertThat(sheet.channel()).isEqualTo("panel");
        assertThat(sheet.conversation()).isEmpty();
        assertThat(sheet.mail()).isEqualTo(MailState.PENDING);
        assertThat(rows(desk.jdbi, MAILS)).containsExactly("m:" + number + ":confirmation:panel maria@ufg.br");
        assertThat(rows(desk.jdbi, DEEDS)).containsExactly("Ana Organizadora add participant");
        assertThat(history(number)).containsExactly("status  -> confirmed by Ana Organizadora via panel");
    }

    @Test
    void another_address_is_stored_with_its_history_and_confirmed_there() {
        long number = desk.added(Desktop.typed());
        Map<Field, String> typed = Desktop.typed();
        typed.put(Field.EMAIL, "maria.conceicao@ufg.br");
        typed.put(Field.CITY, "Bauru/SP");

        Outcome outcome = desk.office.edit(Desktop.ANA, number, sheet(number).updated(), desk.registration(typed));

        assertThat(outcome).isEqualTo(new Outcome.Done(number));
        assertThat(rows(desk.jdbi, MAILS)).hasSize(2).last().asString().endsWith(" maria.conceicao@ufg.br");
        assertThat(history(number))
                .contains(
                        "email maria@ufg.br -> maria.conceicao@ufg.br by Ana Organizadora via panel",
                        "city Goiânia -> Bauru by Ana Organizadora via panel",
                        "state GO -> SP by Ana Organizadora via panel");
        assertThat(rows(desk.jdbi, DEEDS)).last().isEqualTo("Ana Organizadora edit participant");
    }

    @Test
    void nothing_changed_leaves_no_trace() {
        long number = desk.added(Desktop.typed());
        Instant before = sheet(number).updated();

        desk.office.edit(Desktop.ANA, number, before, sheet(number).registration());

        assertThat(sheet(number).updated()).isEqualTo(before);
        assertThat(rows(desk.jdbi, DEEDS)).hasSize(1);
    }

    @Test
    void of_two_editors_the_second_changes_nothing_and_sees_what_the_first_did() {
        long number = desk.added(Desktop.typed());
        Instant both = sheet(number).updated();
        Map<Field, String> first = Desktop.typed();
        first.put(Field.NAME, "Maria Conceição Prado");
        Map<Field, String> second = Desktop.typed();
        second.put(Field.PHONE, "(62) 99876-0000");
        desk.office.edit(Desktop.ANA, number, both, desk.registration(first));

        Outcome outcome = desk.office.edit(Desktop.ANA, number, both, desk.registration(second));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Overtaken.class,
                        overtaken -> assertThat(
                                        overtaken.now().registration().name().value())
                                .isEqualTo("Maria Conceição Prado"));
        assertThat(sheet(number).registration().phone().number().value()).isEqualTo("+5562998765432");
    }

    @Test
    void what_the_chat_changes_is_in_the_history_too() {
        long number = Enrolled.named("Ana Lima").in(desk.jdbi);

        desk.jdbi.useHandle(handle -> handle.execute(
                "UPDATE participants SET full_name = 'Ana de Lima', updated_at = now() WHERE id = ?", number));

        assertThat(history(number)).containsExactly("full_name Ana Lima -> Ana de Lima by - via gowa");
    }

    @Test
    void a_cancellation_is_taken_back() {
        long number = desk.added(Desktop.typed());

        assertThat(desk.office.cancel(Desktop.ANA, number)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.office.cancel(Desktop.ANA, number)).isInstanceOf(Outcome.OutOfPlace.class);
        assertThat(sheet(number).status()).isEqualTo(Status.CANCELLED);
        assertThat(desk.office.restore(Desktop.ANA, number)).isInstanceOf(Outcome.Done.class);
        assertThat(sheet(number).status()).isEqualTo(Status.CONFIRMED);
        assertThat(rows(desk.jdbi, DEEDS))
                .containsExactly(
                        "Ana Organizadora add participant",
                        "Ana Organizadora cancel participant",
                        "Ana Organizadora restore participant");
    }

    @Test
    void nobody_is_restored_whose_document_was_registered_again() {
        long first = desk.added(Desktop.typed());
        desk.office.cancel(Desktop.ANA, first);
        Map<Field, String> again = Desktop.typed();
        again.put(Field.EMAIL, "outra@ufg.br");
        desk.added(again);

        Outcome outcome = desk.office.restore(Desktop.ANA, first);

        assertThat(outcome).isEqualTo(new Outcome.Taken(Set.of(Field.CPF)));
        assertThat(sheet(first).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void somebody_elses_document_and_address_are_refused() {
        desk.added(Desktop.typed());

        assertThat(desk.office.add(Desktop.ANA, desk.registration(Desktop.typed())))
                .isEqualTo(new Outcome.Taken(Set.of(Field.CPF, Field.EMAIL)));
        assertThat(rows(desk.jdbi, "SELECT id FROM participants")).hasSize(1);
        assertThat(rows(desk.jdbi, MAILS)).hasSize(1);
    }

    @Test
    void the_same_form_sent_twice_resends_once() {
        long number = desk.added(Desktop.typed());

        desk.office.resend(Desktop.ANA, number, "form-1");
        desk.office.resend(Desktop.ANA, number, "form-1");
        desk.office.cancel(Desktop.ANA, number);

        assertThat(rows(desk.jdbi, MAILS)).hasSize(2);
        assertThat(desk.office.resend(Desktop.ANA, number, "form-2")).isInstanceOf(Outcome.OutOfPlace.class);
    }

    @Test
    void nobody_touches_a_registration_of_another_congress() {
        long number = desk.added(Desktop.typed());
        Registration registration = desk.registration(Desktop.typed());

        assertThat(List.of(
                        desk.office.edit(Desktop.STRANGER, number, sheet(number).updated(), registration),
                        desk.office.cancel(Desktop.STRANGER, number),
                        desk.office.restore(Desktop.STRANGER, number),
                        desk.office.resend(Desktop.STRANGER, number, "x")))
                .containsOnly(new Outcome.NotFound());
        assertThat(desk.stores.registry().find("another", number)).isEmpty();
        assertThat(desk.stores.registry().changes("another", number, 10)).isEmpty();
    }

    @Test
    void of_many_each_is_done_for_itself() {
        long first = desk.added(Desktop.typed());
        long gone = first + 1_000;

        Bulk bulk = new Bulk(desk.office);

        assertThat(bulk.carryOut(Desktop.ANA, Bulk.Act.CANCEL, List.of(first, gone), "x"))
                .isEqualTo(new Bulk.Tally(1, 0, List.of(), 1));
        assertThat(bulk.carryOut(Desktop.ANA, Bulk.Act.CANCEL, List.of(first), "x"))
                .isEqualTo(new Bulk.Tally(0, 1, List.of(), 0));
    }

    @Test
    void what_became_of_a_mail_is_kept_after_the_outbox_forgot() {
        long number = desk.added(Desktop.typed());

        desk.jdbi.useHandle(handle -> {
            handle.execute("UPDATE outbox SET status = 'refused', finished_at = now()");
            handle.execute("DELETE FROM outbox");
        });

        assertThat(sheet(number).mail()).isEqualTo(MailState.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAME    | Maria                  | Falta o sobrenome.
            NAME    |                        | Falta este dado.
            NAME    | =CMD('calc')           | Isto não parece um nome.
            EMAIL   | maria                  | Falta o e-mail
            EMAIL   | maria@gmial.com        | Você quis dizer maria@gmail.com?
            CPF     | 529.982.247-24         | Este CPF não confere
            CPF     | 111.111.111-11         | números iguais
            PHONE   | 99876-5432             | Falta o DDD.
            CITY    | Bom Jesus              | Pode ser
            CITY    | Cidade Que Não Há      | Não encontrei esta cidade
            PROFILE | Astronauta             | Este perfil não existe
            """)
    void a_form_is_read_by_the_rules_of_the_chat(Field field, String text, String fault) {
        Map<Field, String> typed = Desktop.typed();
        typed.put(field, text == null ? "" : text);

        FormReader.Result result = desk.forms().read(typed, Set.of(), notice(), Optional.empty());

        assertThat(result).isInstanceOfSatisfying(FormReader.Result.Faulty.class, faulty -> {
            assertThat(faulty.faults()).containsOnlyKeys(field);
            assertThat(faulty.faults().values())
                    .singleElement()
                    .satisfies(one -> assertThat(one.text()).contains(fault));
        });
    }

    @Test
    void an_address_that_looks_like_a_slip_is_taken_when_it_is_insisted_on() {
        Map<Field, String> typed = Desktop.typed();
        typed.put(Field.EMAIL, "maria@gmial.com");

        assertThat(desk.forms().read(typed, Set.of(Field.EMAIL), notice(), Optional.empty()))
                .isInstanceOf(FormReader.Result.Complete.class);
    }

    @Test
    void what_nobody_touched_is_not_judged_again() {
        long number = Enrolled.named("Somente").in(desk.jdbi);
        Sheet sheet = sheet(number);
        Map<Field, String> typed = Desktop.typed();
        sheet.registration().answers();
        for (Field field : Field.values()) {
            sheet.registration().answers().of(field).ifPresent(answer -> typed.put(field, FormReader.text(answer)));
        }

        assertThat(desk.forms().read(typed, Set.of(), notice(), Optional.of(sheet.registration())))
                .isInstanceOf(FormReader.Result.Complete.class);
    }

    private static Notice notice() {
        return new Notice("2026-11", Instant.parse("2026-11-19T12:00:00Z"));
    }

    private Sheet sheet(long number) {
        return desk.stores.registry().find("default", number).orElseThrow();
    }

    private List<String> history(long number) {
        return desk.stores.registry().changes("default", number, 50).stream()
                .map(OfficeTest::line)
                .toList();
    }

    private static String line(Change change) {
        return change.field() + " " + change.old().orElse("") + " -> "
                + change.now().orElse("") + " by " + change.by().orElse("-") + " via " + change.channel();
    }
}
