package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.wire.bot.Step;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One person under two ids.
class JoiningTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";
    private static final String LID = "184467440737095@lid";
    private static final int ROUNDS = 50;

    private final Chatting chat = new Chatting(NOW);
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_message_that_shows_both_ids_makes_one_contact_of_two() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        chat.turn(byLid("oi"));

        Answered joined = chat.turn(both("maria@ufg.br"));

        assertThat(joined.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contacts")).containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT alias FROM contact_aliases ORDER BY alias"))
                .containsExactly(LID, maria.jid());
        assertThat(rows(chat.jdbi, "SELECT message_count FROM conversations")).containsExactly("4");
        assertThat(rows(chat.jdbi, "SELECT content->>'text' FROM messages WHERE direction = 'in' ORDER BY id"))
                .containsExactly("quero me inscrever", "Maria da Silva", "oi", "maria@ufg.br");
        assertThat(chat.turn(byLid(CPF)).step()).isEqualTo(Step.ASKING_PHONE);
        assertThat(chat.say(maria, "62 99876-5432").step()).isEqualTo(Step.ASKING_CITY);
    }

    @Test
    void the_chat_that_is_further_stays_whichever_is_older() {
        chat.turn(byLid("oi"));
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.turn(byLid("quero me inscrever"));
        chat.turn(byLid("Maria da Silva"));

        Answered joined = chat.turn(both("maria@ufg.br"));

        assertThat(joined.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(
                        chat.jdbi,
                        "SELECT count(*) FROM participants p JOIN conversations c ON c.id = p.conversation_id"))
                .containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT count(DISTINCT conversation_id) FROM messages"))
                .containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT count(DISTINCT conversation_id) FROM conversation_events"))
                .containsExactly("1");
        assertThat(rows(
                        chat.jdbi,
                        "SELECT count(*) FROM merged_conversations m JOIN conversations c ON c.id = m.into_id"))
                .containsExactly("1");
    }

    @Test
    void the_bridges_word_joins_them_too_and_an_unknown_id_is_noted() {
        chat.talk(maria, "quero me inscrever");
        chat.turn(byLid("oi"));

        chat.conversing.joining().join("default", Person.CHANNEL, List.of(LID, maria.jid(), "99@lid"));

        assertThat(rows(chat.jdbi, "SELECT count(*) FROM conversations")).containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contact_aliases")).containsExactly("3");
        assertThat(chat.turn(byLid("Maria da Silva")).step()).isEqualTo(Step.ASKING_EMAIL);
    }

    @Test
    void a_question_that_was_quoted_before_is_forgotten_with_its_message() {
        IncomingMessage question = byLid("Qual é a senha do cofre do Zebedeu?");
        chat.turn(question);
        chat.jdbi.useHandle(handle -> handle.execute("""
                WITH grouped AS (
                    INSERT INTO question_groups (congress_id, status, answer, decided_at) VALUES ('default', 'answered', 'x', now())
                    RETURNING id),
                asked AS (UPDATE questions SET group_id = (SELECT id FROM grouped))
                INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, delivery, at)
                SELECT 'default', c.id, 'out', 'a:' || grouped.id || ':' || c.id,
                       '{"text": "Você perguntou: _Qual é a senha do cofre do Zebedeu?_\\n\\nA organização respondeu:\\nNenhuma.", "options": []}',
                       'IDLE', 'sent', now()
                FROM conversations c, grouped
                """));
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        chat.turn(both("maria@ufg.br"));

        chat.turn(maria.deletes(question));

        assertThat(rows(chat.jdbi, "SELECT count(*) FROM conversations")).containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT content::text FROM messages UNION ALL SELECT question FROM questions"))
                .noneMatch(text -> String.valueOf(text).contains("Zebedeu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "23503"})
    void a_join_that_meets_others_is_tried_again(String sqlState) {
        chat.talk(maria, "quero me inscrever");
        chat.turn(byLid("oi"));
        chat.jdbi.useHandle(handle -> handle.execute("""
                CREATE SEQUENCE meetings;
                CREATE FUNCTION meet() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('meetings') < 3 THEN
                        RAISE EXCEPTION 'met' USING ERRCODE = '%s';
                    END IF;
                    RETURN OLD;
                END $$;
                CREATE TRIGGER meet BEFORE DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION meet()
                """.formatted(sqlState)));
        try {
            chat.conversing.joining().join("default", Person.CHANNEL, List.of(LID, maria.jid()));
        } finally {
            chat.jdbi.useHandle(handle ->
                    handle.execute("DROP TRIGGER meet ON contacts; DROP FUNCTION meet(); DROP SEQUENCE meetings"));
        }

        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contacts")).containsExactly("1");
    }

    @Test
    void of_people_who_never_wrote_nothing_is_noted() {
        chat.conversing.joining().join("default", Person.CHANNEL, List.of(LID, maria.jid()));

        assertThat(rows(chat.jdbi, "SELECT id FROM contacts")).isEmpty();
        assertThat(rows(chat.jdbi, "SELECT alias FROM contact_aliases")).isEmpty();
    }

    @Test
    void another_congresses_contact_is_never_touched() {
        chat.talk(maria, "quero me inscrever");
        chat.jdbi.useHandle(handle -> handle.execute("""
                WITH other AS (INSERT INTO contacts (congress_id) VALUES ('outro') RETURNING id),
                named AS (INSERT INTO contact_aliases (congress_id, channel, alias, contact_id)
                          SELECT 'outro', 'gowa', '%s', id FROM other)
                INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step, version,
                                           message_count, last_seen_at)
                SELECT 'outro', 'gowa', '7', id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now() FROM other
                """.formatted(LID)));

        chat.turn(both("Maria da Silva"));

        assertThat(rows(
                        chat.jdbi,
                        "SELECT congress_id || ' ' || count(*) FROM conversations GROUP BY congress_id ORDER BY 1"))
                .containsExactly("default 1", "outro 1");
        assertThat(rows(chat.jdbi, "SELECT version FROM conversations WHERE congress_id = 'outro'"))
                .containsExactly("1");
    }

    @Test
    void a_chat_of_the_same_name_and_typed_phone_stays_apart() {
        Person other = new Person("5511922223333", NOW);
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.talk(other, "quero me inscrever", "Maria da Silva", "outra@ufg.br", "111.444.777-35", "62 99876-5432");

        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contacts")).containsExactly("2");
    }

    @Test
    void a_takeover_and_what_waits_for_the_organisers_go_with_the_chat() {
        chat.talk(maria, "quero me inscrever");
        chat.turn(byLid("quero falar com uma pessoa"));
        chat.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO takeovers (congress_id, conversation_id, account_name, begun_at, last_reply, until)
                SELECT 'default', id, 'Ana', now(), 0, now() + interval '1 hour' FROM conversations;
                UPDATE conversations SET attention = 'taken', attention_until = NULL, version = version + 1;
                INSERT INTO conversation_notes (congress_id, conversation_id, account_name, text, nonce, at)
                SELECT 'default', id, 'Ana', 'ligar', 'n' || id, now() FROM conversations
                """));

        chat.turn(both("oi?"));

        assertThat(rows(chat.jdbi, "SELECT attention FROM conversations")).containsExactly("taken");
        assertThat(rows(chat.jdbi, "SELECT coalesce(ended_how, 'open') FROM takeovers ORDER BY 1"))
                .containsExactly("open", "passed-on");
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM alerts WHERE closed_at IS NULL"))
                .containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM conversation_notes")).containsExactly("2");
    }

    @Test
    void two_messages_at_once_under_both_ids_join_two_contacts_and_both_are_heard() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Person person = new Person("55629%08d".formatted(round), NOW);
                String lid = "7%08d@lid".formatted(round);
                chat.turn(person.says("quero me inscrever"));
                chat.turn(person.saysAs(lid, List.of(lid), "oi"));
                IncomingMessage one = person.saysAs(person.jid(), List.of(person.jid(), lid), "Maria da Silva");
                IncomingMessage other = person.saysAs(lid, List.of(lid, person.jid()), "obrigada");

                List<Future<Answered>> both = pool.invokeAll(turns(one, other));

                for (Future<Answered> answer : both) {
                    assertThat(answer.get().consumed()).isEqualTo(1);
                }
            }
        }
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contacts")).containsExactly("" + ROUNDS);
        assertThat(rows(chat.jdbi, "SELECT DISTINCT message_count || ' ' || step FROM conversations"))
                .containsExactly("4 ASKING_EMAIL");
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM inbox")).containsExactly("" + 4 * ROUNDS);
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM messages WHERE direction = 'in'"))
                .containsExactly("" + 4 * ROUNDS);
    }

    @Test
    void two_first_messages_at_once_under_both_ids_make_one_contact() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Person person = new Person("55629%08d".formatted(round), NOW);
                String lid = "7%08d@lid".formatted(round);
                IncomingMessage one = person.saysAs(person.jid(), List.of(person.jid(), lid), "oi");
                IncomingMessage other = person.saysAs(lid, List.of(lid, person.jid()), "bom dia");

                List<Future<Answered>> both = pool.invokeAll(turns(one, other));

                for (Future<Answered> answer : both) {
                    assertThat(answer.get().consumed()).isEqualTo(1);
                }
            }
        }
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM contacts")).containsExactly("" + ROUNDS);
        assertThat(rows(chat.jdbi, "SELECT DISTINCT message_count FROM conversations"))
                .containsExactly("2");
    }

    private List<Callable<Answered>> turns(IncomingMessage... messages) {
        List<Callable<Answered>> turns = new ArrayList<>();
        for (IncomingMessage message : messages) {
            turns.add(() -> chat.turn(message));
        }
        return turns;
    }

    private IncomingMessage byLid(String text) {
        return maria.saysAs(LID, List.of(LID), text);
    }

    private IncomingMessage both(String text) {
        return maria.saysAs(maria.jid(), List.of(maria.jid(), LID), text);
    }
}
