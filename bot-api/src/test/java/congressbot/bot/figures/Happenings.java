package congressbot.bot.figures;

import congressbot.bot.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What happened, written as the program writes it, and looked at in the raw.
final class Happenings {
    static final String CONGRESS = "default";

    private static final List<String> PROFILES = List.of("Estudante", "Professor(a)", "Expositor(a)");
    private static final List<String> STATES = List.of("SP", "BA", "GO", "EX");
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final List<String> CHANNELS = List.of("gowa", "chat");

    final Jdbi jdbi = TestDatabase.emptied();

    void confirmed(Instant at, String profile, String state) {
        jdbi.useHandle(handle -> confirmed(handle, at, profile, state));
    }

    static void confirmed(Handle handle, Instant at, String profile, String state) {
        handle.createUpdate("""
                        INSERT INTO conversation_events (congress_id, kind, channel, language, profile, state, at)
                        VALUES (:congress, 'confirmed', 'gowa', 'pt-BR', :profile, :state, :at)
                        """)
                .bind("congress", CONGRESS)
                .bind("profile", profile)
                .bind("state", state)
                .bind("at", at)
                .execute();
    }

    void step(Instant at, Stage stage, @Nullable Integer seconds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO conversation_events (congress_id, kind, detail, seconds, waited_ms, at)
                        VALUES (:congress, 'step', :stage, :seconds, 40, :at)
                        """)
                .bind("congress", CONGRESS)
                .bind("stage", stage.word())
                .bind("seconds", seconds)
                .bind("at", at)
                .execute());
    }

    /// One of any kind, on one of 20 days.
    static void any(Handle handle, Random random, Instant first) {
        Instant at = first.plusSeconds(random.nextInt(20 * 86_400));
        switch (random.nextInt(4)) {
            case 0 ->
                handle.execute(
                        "INSERT INTO conversation_events (congress_id, kind, detail, waited_ms, at) VALUES (?, 'step', ?, ?, ?)",
                        CONGRESS,
                        STAGES.get(random.nextInt(STAGES.size())).word(),
                        random.nextInt(5_000_000),
                        at);
            case 1 ->
                handle.execute(
                        "INSERT INTO conversation_events (congress_id, kind, detail, seconds, at) VALUES (?, 'step', 'registered', ?, ?)",
                        CONGRESS,
                        random.nextInt(100_000),
                        at);
            case 2 ->
                handle.execute(
                        "INSERT INTO conversation_events (congress_id, kind, channel, profile, state, at) VALUES (?, ?, ?, ?, ?, ?)",
                        CONGRESS,
                        random.nextInt(5) == 0 ? "withdrawn" : "confirmed",
                        CHANNELS.get(random.nextInt(2)),
                        PROFILES.get(random.nextInt(3)),
                        STATES.get(random.nextInt(4)),
                        at);
            default ->
                handle.execute(
                        "INSERT INTO conversation_events (congress_id, kind, at) VALUES (?, 'duplicate', ?)",
                        CONGRESS,
                        at);
        }
    }

    /// The counts of one metric, a line for a day and key: `2026-11-20 Estudante 3`.
    List<String> counted(Metric metric) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT concat_ws(' ', day, nullif(key, ''), value) FROM metrics_daily
                        WHERE metric = :metric ORDER BY day, key
                        """)
                .bind("metric", metric.word())
                .mapTo(String.class)
                .list());
    }

    /// The same, from the events themselves.
    ///
    /// @param key an expression of SQL
    /// @param condition which events count
    List<String> happened(String key, String condition) {
        return TestDatabase.rows(jdbi, """
                SELECT concat_ws(' ', day, nullif(key, ''), count(*))
                FROM (SELECT (at AT TIME ZONE 'America/Sao_Paulo')::date AS day, coalesce(%s, '') AS key
                      FROM conversation_events WHERE %s) AS events
                GROUP BY day, key ORDER BY day, key
                """.formatted(key, condition));
    }
}
