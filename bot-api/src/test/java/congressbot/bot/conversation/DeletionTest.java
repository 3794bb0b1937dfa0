package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that a person deletes.
class DeletionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String EVERYTHING = """
            SELECT content::text || coalesce(before_edit::text, '') FROM messages
            UNION ALL SELECT coalesce(question, '') || coalesce(answer, '') FROM questions
            UNION ALL SELECT body::text FROM outbox
            UNION ALL SELECT envelope FROM dead_letters
            """;

    private final Chatting chat = new Chatting(NOW);
    private final Person maria = new Person("5562998765432", NOW);
    private final Person joao = new Person("5562911112222", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_message_that_is_deleted_while_it_waits_is_not_heard_and_not_kept() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage slip = maria.says("Segredo da Silva");
        IncomingMessage name = maria.says("Maria da Silva");

        Answered answered = chat.turn(slip, name, maria.deletes(slip));

        assertThat(answered.consumed()).isEqualTo(3);
        assertThat(answered.step()).isEqualTo(Step.ASKING_EMAIL);
        assertThat(answered.reply().orElseThrow()).doesNotContain("Segredo");
        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM messages WHERE content->>'type' = 'Deleted'"))
                .containsExactly("1");
    }

    @Test
    void a_deletion_wins_over_an_edit_whichever_came_first() {
        IncomingMessage wish = maria.says("quero me inscrever");

        Answered silent = chat.turn(maria.deletes(wish), wish, maria.edits(wish, "quero me inscrever já"));

        assertThat(silent.consumed()).isEqualTo(3);
        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(silent.step()).isEqualTo(Step.IDLE);
    }

    @Test
    void a_deletion_that_overtakes_its_message_blanks_it_when_it_comes() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage late = maria.says("Segredo da Silva");

        chat.turn(maria.deletes(late));
        Answered silent = chat.turn(late);
        Answered repeated = chat.turn(late);

        assertThat(silent.step()).isEqualTo(Step.ASKING_NAME);
        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(repeated).isEqualTo(silent);
        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
    }

    @Test
    void a_deletion_after_the_turn_blanks_the_transcript_and_leaves_the_state() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        IncomingMessage email = maria.says("maria.secreta@ufg.br");
        chat.turn(email);
        chat.turn(maria.edits(email, "maria.segredo@ufg.br"));

        Answered silent = chat.turn(maria.deletes(email));

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(silent.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(rows(chat.jdbi, "SELECT state #>> '{answers,EMAIL,value}' FROM conversations"))
                .containsExactly("maria.segredo@ufg.br");
        assertThat(rows(
                        chat.jdbi,
                        "SELECT content::text || coalesce(before_edit::text, '') FROM messages WHERE direction = 'in'"))
                .noneMatch(text -> text.contains("maria."));
    }

    @Test
    void what_was_asked_in_it_is_asked_no_more() {
        IncomingMessage question = maria.says("Qual é a senha do cofre do Zebedeu?");
        chat.turn(question);
        chat.jdbi.useHandle(handle -> handle.execute("""
                WITH grouped AS (
                    INSERT INTO question_groups (congress_id, status, answer, decided_at) VALUES ('default', 'answered', 'x', now())
                    RETURNING id),
                asked AS (UPDATE questions SET group_id = (SELECT id FROM grouped))
                INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, delivery, at)
                SELECT 'default', c.id, 'out', 'a:' || grouped.id || ':' || c.id,
                       '{"text": "Você perguntou: _Qual é a senha do cofre do Zebedeu?_\\n\\nA organização respondeu:\\nNenhuma.", "options": []}', 'IDLE',
                       'sent', now()
                FROM conversations c, grouped
                """));

        chat.turn(maria.deletes(question));

        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Zebedeu"));
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM questions")).containsExactly("1");
    }

    @Test
    void an_edit_that_was_heard_in_its_place_goes_with_it() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage late = maria.says("Segredo da Silva");
        chat.turn(maria.edits(late, "Segredo de Souza"));

        chat.turn(maria.deletes(late));
        Answered silent = chat.turn(late);

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(rows(chat.jdbi, "SELECT content::text FROM messages WHERE direction = 'in'"))
                .noneMatch(text -> text.contains("Segredo"));
        assertThat(rows(chat.jdbi, "SELECT state #>> '{answers,NAME,value}' FROM conversations"))
                .containsExactly("Segredo de Souza");
    }

    @Test
    void a_deletion_in_one_turn_with_a_message_whose_edit_was_heard_before_blanks_both() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage late = maria.says("Segredo da Silva");
        chat.turn(maria.edits(late, "Segredo de Souza"));

        Answered silent = chat.turn(late, maria.deletes(late));

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(rows(chat.jdbi, "SELECT content::text FROM messages WHERE direction = 'in'"))
                .noneMatch(text -> text.contains("Segredo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "Ana", "o"})
    void the_words_of_a_short_voice_note_stay_where_we_say_them(String words) {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage note = maria.sends(
                new Content.Audio("ref-7", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words)));
        String reply = chat.turn(note).reply().orElseThrow();

        chat.turn(maria.deletes(note));

        String left = reply.replace(": " + words + "\n\n", ": …\n\n");
        assertThat(left).isNotEqualTo(reply);
        assertThat(rows(
                        chat.jdbi,
                        "SELECT content->>'text' FROM messages WHERE direction = 'out' ORDER BY id DESC LIMIT 1"))
                .containsExactly(left);
        assertThat(rows(chat.jdbi, "SELECT body->>'text' FROM outbox ORDER BY id DESC LIMIT 1"))
                .containsExactly(left);
    }

    @Test
    void a_voice_note_goes_with_what_was_read_back_of_it() {
        chat.talk(maria, "quero me inscrever");
        IncomingMessage note = maria.sends(new Content.Audio(
                "ref-7",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("eu me chamo Maria Segredo")));
        Answered heard = chat.turn(note);

        chat.turn(maria.deletes(note));

        assertThat(heard.reply().orElseThrow()).contains("eu me chamo Maria Segredo");
        assertThat(rows(chat.jdbi, EVERYTHING))
                .noneMatch(text -> text.contains("ref-7") || text.contains("eu me chamo"));
    }

    @Test
    void a_dead_letter_goes_with_its_message() {
        chat.talk(maria, "oi");
        IncomingMessage dead = maria.says("Segredo da Silva");
        giveUp(dead);

        chat.turn(maria.deletes(dead));

        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
    }

    @Test
    void a_dead_letter_of_a_first_message_goes_with_it() {
        IncomingMessage dead = maria.says("Segredo da Silva");
        giveUp(dead);

        chat.turn(maria.deletes(dead));

        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
    }

    @Test
    void what_is_given_up_after_it_was_deleted_is_not_kept() {
        chat.talk(maria, "oi");
        IncomingMessage dead = maria.says("Segredo da Silva");
        chat.turn(maria.deletes(dead));

        giveUp(dead);

        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
        assertThat(rows(chat.jdbi, "SELECT key FROM outbox WHERE starts_with(key, 'd:')"))
                .isEmpty();
    }

    @Test
    void an_edit_that_was_given_up_goes_with_its_message() {
        IncomingMessage question = maria.says("quero saber o preço");
        chat.talk(maria, "oi");
        chat.turn(question);
        giveUp(maria.edits(question, "Segredo"));

        chat.turn(maria.deletes(question));

        assertThat(rows(chat.jdbi, EVERYTHING)).noneMatch(text -> text.contains("Segredo"));
    }

    @Test
    void nobody_has_somebody_elses_first_letter_deleted() {
        IncomingMessage dead = joao.says("Segredo de Souza");
        giveUp(dead);
        chat.talk(maria, "oi");

        chat.turn(maria.deletes(dead));

        assertThat(rows(chat.jdbi, "SELECT envelope FROM dead_letters"))
                .singleElement()
                .asString()
                .contains("Segredo");
    }

    @Test
    void nobody_deletes_what_somebody_else_wrote() {
        chat.talk(joao, "quero me inscrever");
        IncomingMessage name = joao.says("João Souza");
        IncomingMessage later = joao.says("joao@ufg.br");
        chat.turn(name);

        chat.turn(maria.deletes(name));
        chat.turn(maria.deletes(later));
        Answered heard = chat.turn(later);

        assertThat(heard.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(rows(chat.jdbi, "SELECT content->>'text' FROM messages WHERE direction = 'in'"))
                .contains("João Souza", "joao@ufg.br");
    }

    @Test
    void our_own_words_are_nobodys_to_delete() {
        chat.talk(maria, "quero me inscrever");
        chat.jdbi.useHandle(
                handle -> handle.execute("UPDATE messages SET provider_message_id = 'OURS' WHERE direction = 'out'"));

        chat.turn(maria.sends(new Content.Deleted("OURS")));
        chat.turn(maria.sends(new Content.Edited("OURS", "paguem para mim")));

        assertThat(rows(chat.jdbi, "SELECT content->>'text' FROM messages WHERE provider_message_id = 'OURS'"))
                .singleElement()
                .asString()
                .contains("nome completo");
    }

    private void giveUp(IncomingMessage dead) {
        chat.conversing
                .deadLetters()
                .add(new DeadMessage(dead.id().value(), dead.conversation().value(), Json.write(dead), "attempts", 6));
    }

    @Test
    void an_id_that_is_none_deletes_nothing() {
        Answered silent = chat.turn(maria.sends(new Content.Deleted("a b\n" + "x".repeat(500))));

        assertThat(silent.send()).isEqualTo(SendState.NONE);
        assertThat(rows(chat.jdbi, "SELECT message_id FROM forestalled_messages"))
                .isEmpty();
    }
}
