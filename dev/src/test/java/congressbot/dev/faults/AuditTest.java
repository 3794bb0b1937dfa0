package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.faults.Audit.Counts;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedPostgres;
import congressbot.dev.stores.RunningStore;
import congressbot.migrations.Migrate;
import congressbot.wire.process.DatabaseAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the database is written here by hand, once rightly and once for each way in which it may be wrong.
class AuditTest {
    private static final String PHONE = "556298000001";
    private static final Opened OPENED = new Opened();

    @TempDir
    static Path folder;

    private static Connection database;

    private final List<Written> accepted = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> flooding = new HashSet<>();

    @BeforeAll
    static void openDatabase() throws Exception {
        RunningStore postgres = OPENED.with(EmbeddedPostgres.start(folder, 0));
        DatabaseAddress address = DatabaseAddress.parse(postgres.url().toString());
        Migrate.migrate(address);
        database = OPENED.with(DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal()));
    }

    @AfterAll
    static void close() {
        OPENED.close();
    }

    @BeforeEach
    void threeMessagesAreAnswered() throws SQLException {
        run("TRUNCATE contacts, conversations, inbox, messages, outbox CASCADE");
        run("INSERT INTO contacts (id, congress_id) OVERRIDING SYSTEM VALUE VALUES (1, 'c')");
        run("""
                INSERT INTO conversations (id, congress_id, channel, account, contact_id, reply_to, phone, state, step,
                                           version, message_count, last_seen_at)
                OVERRIDING SYSTEM VALUE
                VALUES (1, 'c', 'gowa', 'a', 1, 'r', '+556298000001', '{"type": "idle"}', 'IDLE', 1, 1, now())
                """);
        for (int i = 1; i <= 3; i++) {
            String id = "m" + i;
            accepted.add(new Written(PHONE, id, "x"));
            heard(id);
            run("INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status) "
                    + "VALUES ('c', 'gowa', 'a', '" + id + "', 1, 'r:" + id + "', 'done')");
            run("INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at, "
                    + "provider_message_id, finished_at) "
                    + "VALUES ('c', 'r:" + id + "', 'reply', 1, '{\"text\": \"y\"}', 'sent', now(), 's" + i
                    + "', now())");
            sent.add(new Sent(PHONE, "s" + i, "y"));
        }
    }

    @Test
    void where_nothing_is_wrong_nothing_is_found() throws SQLException {
        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_message_without_effect_is_lost() throws SQLException {
        accepted.add(new Written(PHONE, "m4", "x"));

        assertThat(counts()).isEqualTo(new Counts(4, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_second_effect_is_one_too_many() throws SQLException {
        heard("m3");

        assertThat(counts()).isEqualTo(new Counts(3, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void an_older_message_must_not_take_effect_later() throws SQLException {
        run("DELETE FROM messages WHERE provider_message_id = 'm2'");
        heard("m2");

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void an_older_reply_must_not_be_sent_later() throws SQLException {
        run("UPDATE outbox SET provider_message_id = 's9' WHERE key = 'r:m1'");
        sent.set(0, new Sent(PHONE, "s9", "y"));

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void more_sends_than_replies_are_sends_twice() throws SQLException {
        sent.add(new Sent(PHONE, "s4", "y"));

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_reply_with_another_text_was_never_decided() throws SQLException {
        sent.set(1, new Sent(PHONE, "s2", "z"));

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void a_reply_that_the_bridge_never_saw_is_none() throws SQLException {
        sent.removeLast();

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void a_turn_without_a_reply_is_unanswered() throws SQLException {
        run("DELETE FROM outbox WHERE key = 'r:m3'");
        sent.removeLast();

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void where_a_message_was_lost_a_person_may_be_called_and_the_bot_silent() throws SQLException {
        run("DELETE FROM outbox WHERE key = 'r:m3'");
        sent.removeLast();
        run("INSERT INTO alerts (congress_id, conversation_id, kind, raised_at) VALUES ('c', 1, 'failures', now())");
        run("UPDATE inbox SET processed_at = now() WHERE message_id = 'm3'");

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 1, 0));

        accepted.add(new Written(PHONE, "m4", "x"));

        assertThat(counts()).isEqualTo(new Counts(4, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void one_who_floods_is_not_answered_every_time() throws SQLException {
        run("DELETE FROM outbox WHERE key = 'r:m3'");
        sent.removeLast();
        flooding.add(PHONE);

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void what_was_given_up_is_counted_and_not_lost() throws SQLException {
        run("UPDATE inbox SET status = 'dead' WHERE message_id = 'm2'");
        run("DELETE FROM messages WHERE provider_message_id = 'm2'");
        run("UPDATE outbox SET key = 'd:gowa:a:m2' WHERE key = 'r:m2'");

        assertThat(counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void who_ends_elsewhere_than_the_others_went_astray() throws SQLException {
        for (int i = 2; i <= 3; i++) {
            run("INSERT INTO contacts (id, congress_id) OVERRIDING SYSTEM VALUE VALUES (" + i + ", 'c')");
            run(
                    "INSERT INTO conversations (id, congress_id, channel, account, contact_id, reply_to, phone, state, step, "
                            + "version, message_count, last_seen_at) OVERRIDING SYSTEM VALUE VALUES (" + i
                            + ", 'c', 'gowa', 'a', " + i + ", 'r', '+55629800000" + i
                            + "', '{\"type\": \"idle\"}', 'COMPLETED', 1, 1, now())");
            run("UPDATE messages SET conversation_id = " + i + " WHERE provider_message_id = 'm" + i + "'");
            run("INSERT INTO conversation_events (congress_id, conversation_id, kind, at) VALUES ('c', " + i
                    + ", 'registered', now())");
        }

        assertThat(audit().astray())
                .containsExactly("1 ended in IDLE after , and the others in COMPLETED after registered");
    }

    private Counts counts() throws SQLException {
        return audit().count();
    }

    private Audit audit() throws SQLException {
        Set<String> registering = Set.of(PHONE, "55629800000" + 2, "55629800000" + 3);
        return new Audit(
                database, new Story(accepted, List.of(), registering, Set.of(), flooding, 0, 0, 0, 0, 0), sent);
    }

    private static void heard(String id) throws SQLException {
        run("INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, provider_message_id, "
                + "delivery, at) VALUES ('c', 1, 'in', 'r:" + id + "', '{}', '" + id + "', 'received', now())");
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
