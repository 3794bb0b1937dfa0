package congressbot.dev.bench;

import congressbot.dev.people.Person;
import congressbot.dev.stores.Poll;
import congressbot.wire.bot.Step;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the database when everybody has registered: whether anything is missing, or too much.
final class Census {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The step after each message of a registration. The words of the questions may change.
    private static final String STEPS = Stream.of(
                    Step.ASKING_NAME,
                    Step.ASKING_EMAIL,
                    Step.ASKING_CPF,
                    Step.ASKING_PHONE,
                    Step.ASKING_CITY,
                    Step.ASKING_STATE,
                    Step.ASKING_PROFILE,
                    Step.CONFIRMING,
                    Step.COMPLETED)
            .map(Step::name)
            .collect(Collectors.joining(","));

    private final Connection connection;
    private final Marks marks;

    private Census(Connection connection, Marks marks) {
        this.connection = connection;
        this.marks = marks;
    }

    /// The highest numbers of what does not count.
    private record Marks(long participants, long conversations, long outbox) {}

    /// Of what comes from now on.
    static Census from(Connection connection) throws SQLException {
        return new Census(
                connection,
                new Marks(
                        highest(connection, "participants"),
                        highest(connection, "conversations"),
                        highest(connection, "outbox")));
    }

    private static long highest(Connection connection, String table) throws SQLException {
        return count(connection, "SELECT coalesce(max(id), 0) FROM " + table);
    }

    /// Waits until nothing is left to be sent or to be noted as sent.
    ///
    /// @return false when that takes longer than a minute
    boolean settled() throws IOException {
        return Poll.until(PATIENCE, () -> pending() == 0 ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /// What is not as it must be after so many registrations.
    List<String> problems(int registrations) throws SQLException {
        List<String> problems = new ArrayList<>();
        expect(
                registrations,
                "confirmed participants",
                "SELECT count(DISTINCT cpf) FROM participants WHERE status = 'confirmed' AND id > "
                        + marks.participants(),
                problems);
        expect(
                registrations,
                "conversations that took the nine steps",
                """
                SELECT count(*) FROM (SELECT string_agg(step, ',' ORDER BY id) AS steps FROM messages
                                      WHERE direction = 'out' AND conversation_id > %d GROUP BY conversation_id) AS conversation
                WHERE steps = '%s'
                """.formatted(marks.conversations(), STEPS),
                problems);
        expect(
                (long) registrations * Person.messageCount(),
                "replies noted as sent",
                "SELECT count(*) FROM outbox WHERE kind = 'reply' AND status = 'sent' AND id > " + marks.outbox(),
                problems);
        expect(
                registrations,
                "mails sent",
                "SELECT count(*) FROM outbox WHERE kind = 'mail' AND status = 'sent' AND id > " + marks.outbox(),
                problems);
        expect(0, "dead letters", "SELECT count(*) FROM dead_letters", problems);
        return problems;
    }

    private void expect(long expected, String what, String count, List<String> problems) throws SQLException {
        long found = count(connection, count);
        if (found != expected) {
            problems.add("%s: %d, expected %d".formatted(what, found, expected));
        }
    }

    private long pending() throws IOException {
        try {
            return count(connection, "SELECT count(*) FROM outbox WHERE status = 'pending'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
