package congressbot.dev.seed;

import congressbot.bot.figures.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Fills the tables. Registrations count by the triggers that count real ones.
final class Filling {
    private static final String ACCOUNT = "5562900000000";
    private static final List<String> LANGUAGES =
            List.of("pt-BR", "pt-BR", "pt-BR", "pt-BR", "pt-BR", "pt-BR", "pt-BR", "pt-BR", "es", "en");
    private static final List<String> CHANNELS =
            List.of("gowa", "gowa", "gowa", "gowa", "gowa", "gowa", "meta", "chat");
    private static final List<String> OTHER_KINDS = List.of("duplicate", "amended", "person-wanted", "flooded");
    private static final List<Stage> STAGES = List.of(Stage.values());

    /// Chats for each registration: most people only ask.
    private static final int CHATS_FOR_ONE = 3;

    /// Of a form, in percent at each stage.
    private static final int GIVES_UP = 14;

    private static final int CANCELLED = 3;

    /// Seconds that an answer takes, at most.
    private static final int SLOWEST_ANSWER = 60;

    private static final int STAGE_OF_TEN = 8;

    private final Connection connection;
    private final Target target;
    private final SeedOptions options;
    private final Crowd crowd;
    private final long before;
    private final long eventsBefore;

    /// @param connection without automatic commits
    Filling(Connection connection, Target target, SeedOptions options, Instant now) throws SQLException {
        this.connection = connection;
        this.target = target;
        this.options = options;
        this.crowd = new Crowd(options.seed(), now);
        this.eventsBefore = number("SELECT count(*) FROM conversation_events");
        this.before = number("SELECT greatest((SELECT coalesce(max(id), 0) FROM contacts), "
                + "(SELECT coalesce(max(id), 0) FROM conversations))");
    }

    /// Whose people they are.
    ///
    /// @param profiles its labels
    record Target(String congress, List<String> profiles) {
        Target {
            profiles = List.copyOf(profiles);
        }
    }

    /// A chat that stands in the table.
    private record Chat(long id, String channel, String language, Instant began) {}

    void fill() throws SQLException {
        List<Chat> chats = chats();
        register(chats);
        events(chats);
        around();
        goOnCounting();
    }

    private List<Chat> chats() throws SQLException {
        List<Chat> chats = new ArrayList<>();
        for (int i = 0; i < options.participants() * CHATS_FOR_ONE; i++) {
            chats.add(new Chat(before + 1 + i, crowd.one(CHANNELS), crowd.one(LANGUAGES), crowd.moment()));
        }
        try (Rows contacts = new Rows(connection, "contacts", "id, congress_id, created_at")) {
            for (Chat chat : chats) {
                contacts.add(chat.id(), target.congress(), chat.began());
            }
            contacts.finish();
        }
        try (Rows rows = new Rows(
                connection,
                "conversations",
                "id, congress_id, channel, account, contact_id, reply_to, state, step, version, message_count, "
                        + "last_seen_at, created_at, language")) {
            for (Chat chat : chats) {
                rows.add(
                        chat.id(),
                        target.congress(),
                        chat.channel(),
                        ACCOUNT,
                        chat.id(),
                        "seed",
                        "{\"type\": \"idle\", \"tries\": 0}",
                        "IDLE",
                        1,
                        10,
                        chat.began(),
                        chat.began(),
                        chat.language());
            }
            rows.finish();
        }
        return chats;
    }

    /// Every third chat led to a registration.
    private void register(List<Chat> chats) throws SQLException {
        try (Rows rows = new Rows(
                connection,
                "participants",
                "congress_id, conversation_id, full_name, email, cpf, phone, city, city_code, state, profile, status, "
                        + "privacy_version, privacy_at, channel, created_at, updated_at")) {
            for (int i = 0; i < options.participants(); i++) {
                Chat chat = chats.get(i * CHATS_FOR_ONE);
                Crowd.Somebody who = crowd.somebody(before + i);
                rows.add(
                        target.congress(),
                        chat.id(),
                        who.name(),
                        who.email(),
                        who.cpf(),
                        who.phone(),
                        who.city(),
                        who.cityCode(),
                        who.state(),
                        crowd.one(target.profiles()),
                        crowd.happens(CANCELLED) ? "cancelled" : "confirmed",
                        "seed",
                        chat.began(),
                        chat.channel(),
                        chat.began(),
                        chat.began());
            }
            rows.finish();
        }
        // What began and no longer holds was an event twice; of the rest the table's trigger tells.
        execute("""
                INSERT INTO conversation_events (congress_id, conversation_id, kind, channel, language, profile, state, at)
                SELECT p.congress_id, p.conversation_id, happened.kind, p.channel, c.language, p.profile, p.state,
                       CASE happened.kind WHEN 'confirmed' THEN p.created_at
                                          ELSE least(now(), p.created_at + interval '1 day' * (1 + p.id %% 20)) END
                FROM participants p
                JOIN conversations c ON c.id = p.conversation_id
                CROSS JOIN (VALUES ('confirmed'), ('withdrawn')) AS happened (kind)
                WHERE p.status = 'cancelled' AND p.conversation_id > %d
                """.formatted(before));
        connection.commit();
    }

    /// What happened in the chats, up to as many events as were asked for.
    private void events(List<Chat> chats) throws SQLException {
        long left = options.events() + eventsBefore - number("SELECT count(*) FROM conversation_events");
        try (Rows rows = new Rows(
                connection,
                "conversation_events",
                "congress_id, conversation_id, kind, detail, channel, language, seconds, waited_ms, at")) {
            for (int i = 0; i < chats.size() && left > 0; i++) {
                int reached = i % CHATS_FOR_ONE == 0 ? STAGES.size() : givesUpAt();
                left -= form(rows, chats.get(i), chats.get(i).began(), Math.min(reached, (int)
                        Math.min(left, STAGES.size())));
            }
            while (left > 0) {
                Chat chat = crowd.one(chats);
                Instant at = crowd.moment();
                if (crowd.below(10) < STAGE_OF_TEN) {
                    left -= form(rows, chat, at, (int) Math.min(left, givesUpAt()));
                } else {
                    rows.add(target.congress(), chat.id(), crowd.one(OTHER_KINDS), "", "", "", "", "", at);
                    left--;
                }
            }
            rows.finish();
        }
    }

    private int givesUpAt() {
        int stage = 1;
        while (stage < STAGES.size() - 1 && !crowd.happens(GIVES_UP)) {
            stage++;
        }
        return stage;
    }

    /// @return how many events it was
    private int form(Rows rows, Chat chat, Instant began, int stages) throws SQLException {
        Instant at = began;
        for (int i = 0; i < stages; i++) {
            boolean last = STAGES.get(i) == Stage.REGISTERED;
            rows.add(
                    target.congress(),
                    chat.id(),
                    "step",
                    STAGES.get(i).word(),
                    chat.channel(),
                    chat.language(),
                    last ? Long.toString(at.getEpochSecond() - began.getEpochSecond()) : "",
                    Integer.toString(20 + crowd.below(crowd.happens(2) ? 20_000 : 400)),
                    at);
            at = at.plusSeconds(3 + crowd.below(SLOWEST_ANSWER));
        }
        return stages;
    }

    /// What is not in events: mails, questions, calls of a model.
    private void around() throws SQLException {
        execute("SELECT setseed(%f)".formatted(1.0 / options.seed()).replace(',', '.'));
        execute("""
                INSERT INTO outbox (congress_id, key, kind, body, status, attempts, next_attempt_at, created_at, finished_at)
                SELECT congress_id, 'm:' || id || ':seed', 'mail', '{}',
                       (ARRAY['refused', 'unknown', 'cancelled'] || array_fill('sent'::text, ARRAY[97]))[1 + floor(random() * 100)],
                       1, created_at, created_at, created_at + interval '3 seconds'
                FROM participants WHERE conversation_id > %d
                ON CONFLICT (key) DO NOTHING
                """.formatted(before));
        execute("""
                INSERT INTO questions (congress_id, conversation_id, answered_by, sources, at)
                SELECT congress_id, id,
                       (ARRAY['facts', 'facts', 'passage', 'passage', 'model', 'nobody'])[1 + floor(random() * 6)], '{}',
                       last_seen_at
                FROM conversations WHERE id > %d AND id %% 5 = 0
                """.formatted(before));
        execute("""
                INSERT INTO model_calls (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens,
                                         output_tokens, cost_micros, duration_ms, at)
                SELECT congress_id, repeat('0', 16), (ARRAY['answer', 'propose', 'transcribe'])[1 + floor(random() * 3)],
                       repeat('0', 64), '{}', 'ok', 900, 120, 150 + floor(random() * 900), 700, last_seen_at
                FROM conversations WHERE id > %d AND id %% 7 = 0
                """.formatted(before));
        connection.commit();
    }

    /// New chats get numbers of their own.
    private void goOnCounting() throws SQLException {
        for (String table : List.of("contacts", "conversations")) {
            number("SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(id) FROM %s))"
                    .formatted(table, table));
        }
        connection.commit();
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
