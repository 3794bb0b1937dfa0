package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that are changed after they were sent.
class EditsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";

    private final Chatting chat = new Chatting(NOW);
    private final Person maria = new Person("5562998765432", NOW);
    private final Person joao = new Person("5562911112222", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void an_edit_that_waits_with_its_message_replaces_its_words() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage typed = maria.says("maria@ufg.com");

        Answered answered = chat.turn(typed, maria.edits(typed, "maria@ufg.br"));

        assertThat(answered.consumed()).isEqualTo(2);
        assertThat(answered.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(state("{answers,EMAIL,value}")).isEqualTo("maria@ufg.br");
        assertThat(last("content->>'text' || ' < ' || (before_edit->>'text')"))
                .isEqualTo("maria@ufg.br < maria@ufg.com");
        assertThat(rows(chat.jdbi, "SELECT id FROM messages WHERE direction = 'in'"))
                .hasSize(3);
    }

    @Test
    void of_several_edits_the_last_one_counts_and_the_photo_keeps_its_file() {
        IncomingMessage photo = maria.sends(new Content.Image("ref", Optional.of("quero me inscreve")));

        Answered answered = chat.turn(photo, maria.edits(photo, "oi"), maria.edits(photo, "quero me inscrever"));

        assertThat(answered.consumed()).isEqualTo(3);
        assertThat(answered.step()).isEqualTo(Step.ASKING_NAME);
        assertThat(last("(content->>'mediaRef') || ' ' || (content->>'caption')"))
                .isEqualTo("ref quero me inscrever");
    }

    @Test
    void an_edit_after_the_turn_corrects_the_field_that_its_message_answered() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage email = maria.says("maria@ufg.br");
        chat.turn(email);
        chat.talk(maria, CPF, "62 99876-5432", "Goiânia", "1");

        Answered corrected = chat.turn(maria.edits(email, "maria2@ufg.br"));

        assertThat(corrected.step()).isEqualTo(Step.CONFIRMING);
        assertThat(corrected.reply().orElseThrow()).contains("maria2@ufg.br");
        assertThat(state("{registration,email,value}")).isEqualTo("maria2@ufg.br");
        assertThat(chat.say(maria, "sim").step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(chat.jdbi, "SELECT email FROM participants")).containsExactly("maria2@ufg.br");
    }

    @Test
    void a_name_is_corrected_while_something_else_is_asked() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage name = maria.says("Mario da Silva");
        chat.turn(name);
        chat.talk(maria, "maria@ufg.br");

        Answered corrected = chat.turn(maria.edits(name, "Maria da Silva"));

        assertThat(corrected.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(state("{answers,NAME,value}")).isEqualTo("Maria da Silva");
    }

    @Test
    void the_transcript_shows_the_new_words_and_keeps_the_first_ones() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage name = maria.says("Mario da Silva");
        chat.turn(name);

        chat.turn(maria.edits(name, "Marina da Silva"));
        chat.turn(maria.edits(name, "Maria da Silva"));

        assertThat(
                        rows(
                                chat.jdbi,
                                "SELECT content->>'text' || ' < ' || (before_edit->>'text') FROM messages WHERE before_edit IS NOT NULL"))
                .containsExactly("Maria da Silva < Mario da Silva");
    }

    @Test
    void an_edit_that_changes_no_value_is_not_answered() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage email = maria.says("maria@ufg.br");
        chat.turn(email);

        Answered same = chat.turn(maria.edits(email, "maria@ufg.br."));

        assertThat(same.send()).isEqualTo(SendState.NONE);
        assertThat(same.step()).isEqualTo(Step.ASKING_CPF);
    }

    @Test
    void an_edit_without_the_value_asks_for_it_again() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage email = maria.says("maria@ufg.br");
        chat.turn(email);

        Answered asked = chat.turn(maria.edits(email, "esse não é o meu"));

        assertThat(asked.step()).isEqualTo(Step.ASKING_EMAIL);
    }

    @Test
    void after_the_registration_an_edit_goes_through_the_change_dialogue() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage email = maria.says("maria@ufg.br");
        chat.turn(email);
        chat.talk(maria, CPF, "62 99876-5432", "Goiânia", "1", "sim");

        Answered asked = chat.turn(maria.edits(email, "maria2@ufg.br"));
        Answered amended = chat.say(maria, "sim");

        assertThat(asked.step()).isEqualTo(Step.CONFIRMING);
        assertThat(amended.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(chat.jdbi, "SELECT email FROM participants")).containsExactly("maria2@ufg.br");
    }

    @Test
    void an_edited_yes_registers_nobody_twice() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1");
        IncomingMessage yes = maria.says("sim");
        chat.turn(yes);

        chat.turn(maria.edits(yes, "sim, confirmo"));

        assertThat(rows(chat.jdbi, "SELECT id FROM participants")).hasSize(1);
    }

    @Test
    void an_edited_yes_is_not_said_again_to_the_summary_of_somebody_else() {
        registered("Maria da Silva", "maria@ufg.br", CPF);
        IncomingMessage yes = maria.says("sim");
        chat.turn(yes);
        another();

        Answered silent = chat.turn(maria.edits(yes, "sim, confirmo"));

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(silent.step()).isEqualTo(Step.CONFIRMING);
        assertThat(rows(chat.jdbi, "SELECT id FROM participants")).hasSize(1);
    }

    @Test
    void what_becomes_a_yes_afterwards_confirms_no_summary() {
        registered("Maria da Silva", "maria@ufg.br", CPF);
        chat.say(maria, "sim");
        IncomingMessage thanks = maria.says("obrigada");
        chat.turn(thanks);
        another();

        Answered asked = chat.turn(maria.edits(thanks, "sim"));

        assertThat(asked.step()).isEqualTo(Step.CONFIRMING);
        assertThat(asked.reply().orElseThrow()).contains("*sim*");
        assertThat(rows(chat.jdbi, "SELECT id FROM participants")).hasSize(1);
        assertThat(chat.say(maria, "sim").step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(chat.jdbi, "SELECT id FROM participants")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelar", "apagar meus dados"})
    void what_becomes_a_yes_afterwards_has_nothing_lost(String order) {
        registered("Maria da Silva", "maria@ufg.br", CPF);
        chat.say(maria, "sim");
        IncomingMessage thanks = maria.says("obrigada");
        chat.turn(thanks);
        chat.say(maria, order);

        Answered kept = chat.turn(maria.edits(thanks, "sim"));

        assertThat(kept.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(chat.jdbi, "SELECT status FROM participants")).containsExactly("confirmed");
    }

    @Test
    void while_one_of_two_registrations_is_changed_the_others_messages_are_not_its() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage name = maria.says("Maria da Silva");
        chat.turn(name);
        chat.talk(maria, "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1", "sim");
        another();
        chat.talk(maria, "sim", "corrigir", "2", "e-mail", "pedro3@ufg.br");

        Answered told = chat.turn(maria.edits(name, "Maria da Silva Souza"));
        chat.say(maria, "sim");

        assertThat(told.reply().orElseThrow()).contains("outra inscrição");
        assertThat(rows(chat.jdbi, "SELECT full_name || ' ' || email FROM participants ORDER BY id"))
                .containsExactly("Maria da Silva maria@ufg.br", "Pedro Alves pedro3@ufg.br");
    }

    @Test
    void while_somebody_else_is_registered_the_own_message_is_not_hers() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage name = maria.says("Maria da Silva");
        chat.turn(name);
        chat.talk(maria, "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1", "sim", "inscrever outra pessoa");
        chat.talk(maria, "Pedro Alves");

        Answered told = chat.turn(maria.edits(name, "Maria da Silva Souza"));

        assertThat(told.reply().orElseThrow()).contains("outra inscrição");
        assertThat(state("{answers,NAME,value}")).isEqualTo("Pedro Alves");
    }

    @Test
    void an_edit_of_what_never_came_is_heard_and_its_message_is_not() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage late = maria.says("Mario da Silva");

        Answered heard = chat.turn(maria.edits(late, "Maria da Silva"));
        Answered silent = chat.turn(late);

        assertThat(heard.step()).isEqualTo(Step.ASKING_EMAIL);
        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(state("{answers,NAME,value}")).isEqualTo("Maria da Silva");
    }

    @Test
    void a_second_edit_of_what_never_came_corrects_the_first() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage lost = maria.says("Mario");
        chat.turn(maria.edits(lost, "Mario da Silva"));

        Answered corrected = chat.turn(maria.edits(lost, "Maria da Silva"));

        assertThat(corrected.step()).isEqualTo(Step.ASKING_EMAIL);
        assertThat(state("{answers,NAME,value}")).isEqualTo("Maria da Silva");
    }

    @Test
    void an_edit_of_what_was_deleted_is_not_heard() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage lost = maria.says("Mario da Silva");
        IncomingMessage edit = maria.edits(lost, "Maria da Silva");
        chat.turn(maria.deletes(lost));

        Answered silent = chat.turn(edit);

        assertThat(silent.step()).isEqualTo(Step.ASKING_NAME);
        assertThat(silent.send()).isEqualTo(SendState.NONE);
    }

    @Test
    void an_edit_of_somebody_elses_message_is_not_heard_and_shows_nothing_of_it() {
        chat.talk(joao, "quero me inscrever");
        IncomingMessage name = joao.says("João Souza");
        chat.turn(name);
        chat.talk(maria, "quero me inscrever");

        Answered nothing = chat.turn(maria.edits(name, "Maria da Silva"));

        assertThat(nothing.send()).isEqualTo(SendState.NONE);
        assertThat(rows(chat.jdbi, "SELECT id FROM messages WHERE before_edit IS NOT NULL"))
                .isEmpty();
        assertThat(rows(chat.jdbi, "SELECT message_id FROM forestalled_messages"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void however_the_messages_are_claimed_an_edit_ends_the_same(long seed) {
        IncomingMessage email = maria.says("maria@ufg.com");
        List<IncomingMessage> queue = new ArrayList<>(List.of(
                maria.says("quero me inscrever"),
                maria.says("Maria da Silva"),
                email,
                maria.edits(email, "maria@ufg.org"),
                maria.says(CPF),
                maria.edits(email, "maria@ufg.br"),
                maria.says("62 99876-5432")));
        Random random = new Random(seed);

        while (!queue.isEmpty()) {
            int claimed = 1 + random.nextInt(queue.size());
            Answered answer = chat.turn(queue.subList(0, claimed).toArray(IncomingMessage[]::new));
            queue.subList(0, answer.consumed()).clear();
        }

        assertThat(state("{answers,EMAIL,value}")).isEqualTo("maria@ufg.br");
        assertThat(rows(chat.jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_CITY");
        assertThat(rows(chat.jdbi, "SELECT message_id FROM inbox")).hasSize(7);
    }

    @Test
    void what_the_channel_could_not_read_of_an_edit_is_not_answered() {
        chat.talk(maria, "quero me inscrever");

        Answered silent = chat.turn(maria.sends(new Content.Unsupported("edit")));

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(silent.step()).isEqualTo(Step.ASKING_NAME);
    }

    @Test
    void a_repeated_edit_takes_effect_once() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage name = maria.says("Mario da Silva");
        chat.turn(name);
        IncomingMessage edit = maria.edits(name, "Maria da Silva");
        Answered first = chat.turn(edit);

        assertThat(chat.turn(edit)).isEqualTo(first);
    }

    /// All but the yes.
    private void registered(String name, String email, String cpf) {
        chat.talk(maria, "quero me inscrever", name, email, cpf, "62 99876-5432", "Goiânia", "1");
    }

    /// The summary of a second person stands there.
    private void another() {
        chat.talk(maria, "inscrever outra pessoa", "Pedro Alves", "pedro@ufg.br", "111.444.777-35");
        chat.talk(maria, "62 99876-1111", "Goiânia", "1");
    }

    private String state(String path) {
        return rows(chat.jdbi, "SELECT state #>> '" + path + "' FROM conversations WHERE step <> 'IDLE'")
                .getFirst();
    }

    private String last(String what) {
        List<String> found =
                rows(chat.jdbi, "SELECT " + what + " FROM messages WHERE direction = 'in' ORDER BY id DESC LIMIT 1");
        return found.getFirst();
    }
}
