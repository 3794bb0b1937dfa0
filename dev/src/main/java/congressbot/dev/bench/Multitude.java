package congressbot.dev.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Very many people who registered within the last days: their chats with all that was said, what was
/// noted, and what was sent. Rows as wide as the real ones, written by the server itself.
final class Multitude {
    /// Of one person: half of them ours.
    static final int MESSAGES = 10;

    private static final int PEOPLE_AT_ONCE = 50_000;

    private static final List<String> TABLES =
            List.of("contacts", "contact_aliases", "conversations", "participants", "inbox", "messages", "outbox");

    /// In the order of the tables. `:first` and `:last` are numbers of people, `:base` the highest
    /// number of a contact or conversation that was there before; `:all` how many people there will be.
    private static final List<String> ROWS = List.of("""
            INSERT INTO contacts (id, congress_id) OVERRIDING SYSTEM VALUE
            SELECT :base + n, ':congress' FROM generate_series(:first, :last) AS n
            """, """
            INSERT INTO contact_aliases (congress_id, channel, alias, contact_id)
            SELECT ':congress', 'gowa', '55629' || (10000000 + n) || ending, :base + n
            FROM generate_series(:first, :last) AS n, unnest(ARRAY['@s.whatsapp.net', '@lid']) AS ending
            """, """
            INSERT INTO conversations (id, congress_id, channel, account, contact_id, reply_to, phone, state, step, version,
                                       message_count, last_seen_at, furthest, form_began_at)
            OVERRIDING SYSTEM VALUE
            SELECT :base + n, ':congress', 'gowa', '5585911110000', :base + n, '55629' || (10000000 + n) || '@s.whatsapp.net',
                   '+55629' || (10000000 + n), jsonb_build_object('type', 'completed', 'participant', n), 'COMPLETED', 9, 9,
                   now() - interval '6 days' * (1 - n::float8 / :all), 7,
                   now() - interval '6 days' * (1 - n::float8 / :all)
            FROM generate_series(:first, :last) AS n
            """, """
            INSERT INTO participants (congress_id, conversation_id, full_name, badge_name, email, cpf, phone, city, city_code,
                                      state, profile, status, privacy_version, privacy_at, channel)
            SELECT ':congress', :base + n,
                   (ARRAY['Ana', 'Bruno', 'Carla', 'Diego', 'Elisa', 'Fernando', 'Gabriela'])[1 + n % 7] || ' '
                       || (ARRAY['Souza', 'Lima', 'Alves', 'Rocha', 'Dias', 'Melo', 'Nunes', 'Prado'])[1 + n / 7 % 8] || ' '
                       || (ARRAY['Costa', 'Pires', 'Ramos', 'Teles', 'Viana'])[1 + n / 56 % 5],
                   'Ana ' || n, 'pessoa' || n || '@exemplo.org', '9' || lpad(n::text, 10, '0'), '+55629' || (10000000 + n),
                   'Bom Jesus', 2201903, 'PI', 'Estudante', 'confirmed', '1', now(), 'gowa'
            FROM generate_series(:first, :last) AS n
            """, """
            INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status, processed_at)
            SELECT ':congress', 'gowa', '5585911110000', '3C' || n || '-' || k, :base + n,
                   'r:gowa:5585911110000:3C' || n || '-' || k, 'done',
                   now() - interval '6 days' * (1 - n::float8 / :all)
            FROM generate_series(:first, :last) AS n, generate_series(1, 5) AS k
            """, """
            INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, provider_message_id,
                                  delivery, at)
            SELECT ':congress', :base + n, way, 'r:gowa:5585911110000:3C' || n || '-' || k,
                   CASE way WHEN 'in' THEN jsonb_build_object('type', 'Text', 'text', 'pessoa' || n || '@exemplo.org')
                            ELSE jsonb_build_object('text', repeat('Anotado. E agora, por favor: ', 7), 'options', '[]'::jsonb)
                   END,
                   CASE way WHEN 'out' THEN 'ASKING_EMAIL' END,
                   CASE way WHEN 'in' THEN '3C' ELSE '3D' END || n || '-' || k,
                   CASE way WHEN 'in' THEN 'received' ELSE 'read' END,
                   now() - interval '6 days' * (1 - n::float8 / :all)
            FROM generate_series(:first, :last) AS n, generate_series(1, 5) AS k, unnest(ARRAY['in', 'out']) AS way
            """, """
            INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, attempts, next_attempt_at,
                                provider_message_id, created_at, finished_at)
            SELECT ':congress', CASE WHEN k = 6 THEN 'm:c' || n || ':1' ELSE 'r:gowa:5585911110000:3C' || n || '-' || k END,
                   CASE WHEN k = 6 THEN 'mail' ELSE 'reply' END, CASE WHEN k < 6 THEN :base + n END,
                   jsonb_build_object('conversation', 'gowa:5585911110000:55629' || (10000000 + n) || '@s.whatsapp.net',
                                      'text', repeat('Anotado. E agora, por favor: ', 7), 'options', '[]'::jsonb),
                   'sent', 1, at, CASE WHEN k < 6 THEN '3D' || n || '-' || k END, at, at
            FROM generate_series(:first, :last) AS n, generate_series(1, 6) AS k,
                 LATERAL (SELECT now() - interval '6 days' * (1 - n::float8 / :all) AS at) AS moment
            """);

    private final Connection connection;
    private final String congress;

    Multitude(Connection connection, String congress) {
        this.connection = connection;
        this.congress = congress;
    }

    /// Stores them. Indexes are built when all rows are there: a fraction of the time.
    void store(int people) throws SQLException {
        execute("SET session_replication_role = replica"); // nothing refers to what is not there, and no trigger counts
        // it
        execute("SET synchronous_commit = off");
        execute("SET maintenance_work_mem = '256MB'");
        long base = number("SELECT greatest((SELECT coalesce(max(id), 0) FROM contacts), "
                + "(SELECT coalesce(max(id), 0) FROM conversations))");
        Map<String, String> indexes = indexes();
        for (String index : indexes.keySet()) {
            execute("DROP INDEX " + index);
        }
        for (int first = 1; first <= people; first += PEOPLE_AT_ONCE) {
            store(first, Math.min(people, first + PEOPLE_AT_ONCE - 1), base, people);
        }
        for (String index : indexes.values()) {
            execute(index);
        }
        for (String table : List.of("contacts", "conversations")) {
            number("SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(id) FROM %s))"
                    .formatted(table, table));
        }
        execute("VACUUM (ANALYZE)");
        execute("CHECKPOINT");
        execute("RESET ALL");
    }

    /// What the database takes on the disk.
    long bytes() throws SQLException {
        return number("SELECT pg_database_size(current_database())");
    }

    private void store(int first, int last, long base, int all) throws SQLException {
        for (String rows : ROWS) {
            execute(rows.replace(":congress", congress)
                    .replace(":base", "" + base)
                    .replace(":first", "" + first)
                    .replace(":last", "" + last)
                    .replace(":all", "" + all));
        }
    }

    /// How those are made that no constraint stands on, by their names.
    private Map<String, String> indexes() throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made
                FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                WHERE t.relname = ANY (?) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                """)) {
            statement.setArray(1, connection.createArrayOf("text", TABLES.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.put(rows.getString("name"), rows.getString("made"));
                }
            }
        }
        return indexes;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
