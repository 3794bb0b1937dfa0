package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.llm.ModelCalls;
import congressbot.bot.llm.Purpose;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Passport;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.http.Body;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NAME = "Zuleica Quaresma";
    private static final String EMAIL = "zuleica@ufg.br";
    private static final String CPF = "52998224725";
    private static final String PASSPORT = "ZZ987654";
    private static final String PHONE = "62998765432";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final MovedTime time = new MovedTime(NOW);
    private final Conversing conversing =
            Rooms.conversing(jdbi, redis, new ConversationQueue(redis, QueueLimits.defaults()), time);
    private final ModelCalls calls = Rooms.calls(jdbi);
    private final Desk desk = new Desk(jdbi, time);
    private final Person zuleica = new Person("55" + PHONE, NOW);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void nothing_of_a_person_is_left_in_any_table() {
        leaveTracesEverywhere();
        assertThat(List.of(NAME, EMAIL, CPF, PASSPORT, PHONE))
                .noneMatch(value -> columnsWith(value).isEmpty());
        String caller = calls.caller(zuleica.says("").conversation()).digest();
        assertThat(columnsWith(caller)).containsExactly("model_calls.person");
        assertThat(columnsWith(PHONE))
                .contains("dead_letters.envelope", "contact_aliases.alias", "intake.envelope", "intake.conversation");
        IncomingMessage last = zuleica.says("sim, apagar meus dados");

        desk.takes(desk.found(zuleica), List.of(zuleica.says(NAME), last), new Effect.Erase());

        assertThat(List.of(NAME, EMAIL, CPF, PASSPORT, "Zuzu", "Quaresma", caller))
                .allMatch(value -> columnsWith(value).isEmpty());
        // Where the answer of this very turn goes to.
        assertThat(columnsWith(PHONE)).containsExactly("outbox.body");
        assertThat(rows(jdbi, "SELECT kind || ' ' || (body->>'text') FROM outbox"))
                .containsExactly("reply " + Desk.REPLY);
        assertThat(rows(jdbi, "SELECT content->>'text' FROM messages ORDER BY id"))
                .containsExactly("sim, apagar meus dados", Desk.REPLY);
    }

    @Test
    void that_something_was_erased_stays_known() {
        leaveTracesEverywhere();
        int ids = rows(jdbi, "SELECT message_id FROM inbox").size();

        desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        assertThat(rows(jdbi, "SELECT kind FROM conversation_events ORDER BY id"))
                .contains("registered", "cancelled")
                .endsWith("erased");
        assertThat(rows(jdbi, "SELECT message_id FROM inbox")).hasSize(ids + 1);
    }

    @Test
    void what_models_cost_stays_and_nobody_tells_for_whom() {
        leaveTracesEverywhere();
        IncomingMessage anas = new Person("5511911112222", NOW).says("oi");
        book(anas);

        desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        assertThat(rows(jdbi, "SELECT person || ' ' || cost_micros FROM model_calls ORDER BY id"))
                .containsExactly(
                        "0000000000000000 7", calls.caller(anas.conversation()).digest() + " 7");
        assertThat(calls.caller(anas.conversation()).digest()).isNotEqualTo("0000000000000000");
    }

    @Test
    void nobody_elses_data_are_touched() {
        Person ana = new Person("5511911112222", NOW);
        long number = desk.registers(ana, Desk.registration("Ana Souza", "ana@ufg.br", new Cpf("11144477735")));
        bury(ana.says(zuleica.jid()));
        keep(ana.says(zuleica.jid()));
        leaveTracesEverywhere();

        desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        assertThat(rows(jdbi, "SELECT full_name FROM participants")).containsExactly("Ana Souza");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE kind = 'mail'"))
                .containsExactly("m:" + number + ":confirmation");
        assertThat(rows(jdbi, "SELECT label FROM import_rows")).containsExactly("Ana Souza");
        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).hasSize(1);
        assertThat(rows(jdbi, "SELECT seq FROM intake")).hasSize(1);
        assertThat(desk.found(ana).conversation()).isPresent();
    }

    @Test
    void a_repeated_wish_is_answered_again_and_leaves_no_new_trace() {
        leaveTracesEverywhere();
        IncomingMessage wish = zuleica.says("apagar meus dados");
        desk.takes(wish, new Effect.Erase());
        redis.flushAll();

        Answered again = (Answered) conversing.engine().turn(List.of(wish));
        bury(wish);

        assertThat(again.reply()).contains(Desk.REPLY);
        assertThat(columnsWith(PHONE)).containsExactly("outbox.body");
        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).isEmpty();
    }

    @Test
    void a_chat_goes_on_after_it_was_erased() {
        leaveTracesEverywhere();
        Stored.Done erased = (Stored.Done) desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        Stored next = desk.takes(erased.after(), List.of(zuleica.says("oi")));

        assertThat(next).isInstanceOf(Stored.Done.class);
        assertThat(desk.found(zuleica).conversation()).isEqualTo(erased.after().conversation());
    }

    @Test
    void whoever_writes_after_the_session_ended_is_a_stranger() {
        leaveTracesEverywhere();
        Stored.Done erased = (Stored.Done) desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        desk.takes(zuleica.says("oi"));

        assertThat(desk.found(zuleica).conversation())
                .isPresent()
                .isNotEqualTo(erased.after().conversation());
    }

    @Test
    void another_account_of_ours_still_knows_the_person() {
        leaveTracesEverywhere();
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO conversations (congress_id, channel, account, contact_id, reply_to, state, step, version,
                                           message_count, last_seen_at)
                SELECT congress_id, channel, 'another', contact_id, 'x', '{"type":"idle"}', 'IDLE', 1, 1, now()
                FROM conversations
                """));

        desk.takes(zuleica.says("apagar meus dados"), new Effect.Erase());

        assertThat(desk.found(zuleica).conversation()).isPresent();
    }

    /// Two registrations, one cancelled, with their mails; a transcript; a question; a call of a model;
    /// a dead letter; a form half filled; messages that the gateway had stored.
    private void leaveTracesEverywhere() {
        bury(zuleica.says("antes de tudo, " + EMAIL));
        desk.registers(zuleica, Desk.registration(NAME, EMAIL, new Cpf(CPF)));
        long second =
                desk.registers(zuleica, Desk.registration("Outra Quaresma", "outra@ufg.br", new Passport(PASSPORT)));
        desk.takes(zuleica.says("cancelar"), new Effect.CancelRegistration(second));
        conversing.engine().turn(List.of(zuleica.says("quanto custa a janta de " + CPF + "?")));
        jdbi.useHandle(
                handle -> handle.execute("UPDATE outbox SET status = 'sent', finished_at = now() WHERE id % 2 = 0"));
        book(zuleica.says("tem estacionamento?"));
        bury(zuleica.says("meu CPF é " + CPF));
        keep(zuleica.says("meu CPF é " + CPF));
        leaveTracesInFiles();
        keep(zuleica.saysAs("123456@lid", List.of("123456@lid", zuleica.jid()), NAME));
        conversing.engine().turn(List.of(zuleica.says("quero me inscrever"), zuleica.says(NAME)));
    }

    /// Rows that nobody carried out, of two files.
    private void leaveTracesInFiles() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO imports (congress_id, by_name, file_name, status, created_at)
                VALUES ('default', 'Ana', 'a.csv', 'read', now());
                INSERT INTO import_rows (congress_id, import_id, line, kind, label, fields, old)
                SELECT 'default', id, line, kind, 'Zuleica Quaresma', fields::jsonb, old::jsonb
                FROM imports, (VALUES
                    (2, 'added', '{"full_name":"Zuleica Quaresma","cpf":"52998224725","phone":"+5562998765432"}', '{}'),
                    (3, 'added', '{"full_name":"Zuleica Quaresma","passport":"ZZ987654"}', '{}'),
                    (4, 'added', '{"full_name":"Zuleica Quaresma","email":"zuleica@ufg.br"}', '{}'),
                    (5, 'changed', '{"full_name":"Outra"}', '{"full_name":"Zuleica Quaresma","email":"zuleica@ufg.br"}'),
                    (6, 'faulty', '{"name":"Zuleica Quaresma","document":"529.982.247-25","email":"z"}', '{}'),
                    (7, 'faulty', '{"name":"Zuleica Quaresma","document":"","email":" Zuleica@UFG.br"}', '{}'),
                    (8, 'faulty', '{"name":"Zuleica Quaresma","document":"zz 987654"}', '{}'))
                    AS said (line, kind, fields, old);
                INSERT INTO import_rows (congress_id, import_id, line, kind, label, fields)
                SELECT 'default', id, 9, 'faulty', 'Ana Souza', '{"name":"Ana Souza","document":"","email":""}'
                FROM imports
                """));
    }

    private void book(IncomingMessage message) {
        calls.add(new ModelCalls.Call(
                "default",
                calls.caller(message.conversation()),
                Purpose.ANSWER,
                Body.of("all that was sent"),
                List.of(),
                "passed",
                Usage.NONE,
                7,
                Duration.ofSeconds(1),
                NOW));
    }

    private void keep(IncomingMessage message) {
        String envelope = Json.write(message);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO intake (congress_id, channel, account, message_id, conversation, envelope, raw,
                                            received_at)
                        VALUES ('default', :channel, :account, :id, :conversation, :envelope, :raw, now())
                        """)
                .bind("channel", message.channel().value())
                .bind("account", message.account())
                .bind("id", message.id().providerId())
                .bind("conversation", message.conversation().value())
                .bind("envelope", envelope)
                .bind("raw", envelope.getBytes(StandardCharsets.UTF_8))
                .execute());
    }

    private void bury(IncomingMessage message) {
        conversing
                .deadLetters()
                .add(new DeadMessage(
                        message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6));
    }

    /// Every column of every table of ours in which this text stands somewhere.
    private List<String> columnsWith(String text) {
        List<String> found = new ArrayList<>();
        for (String column : rows(jdbi, """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                  AND data_type IN ('text', 'jsonb', 'json', 'character', 'character varying')
                ORDER BY 1
                """)) {
            String table = column.substring(0, column.indexOf('.'));
            if (jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT EXISTS (SELECT FROM <table> WHERE strpos(<column>::text, :text) > 0)")
                    .define("table", table)
                    .define("column", column)
                    .bind("text", text)
                    .mapTo(Boolean.class)
                    .one())) {
                found.add(column);
            }
        }
        return found;
    }
}
