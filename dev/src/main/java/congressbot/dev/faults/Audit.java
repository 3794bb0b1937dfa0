package congressbot.dev.faults;

import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.FakeBridge.Written;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares what the bridge knows with what stands in PostgreSQL.
final class Audit {
    /// A set of very many ids outgrows the usual memory, and is then read through for each row.
    private static final String ROOM = "SET work_mem = '512MB'";

    private final Connection database;
    private final Story story;
    private final List<Sent> sent;

    /// @param sent what the bridge was asked to send, in the order of its arrival
    Audit(Connection database, Story story, List<Sent> sent) throws SQLException {
        this.database = database;
        this.story = story;
        this.sent = List.copyOf(sent);
        try (Statement statement = database.createStatement()) {
            statement.execute(ROOM);
        }
    }

    /// What was found, in numbers; all but the first should be 0.
    ///
    /// @param lost accepted, and no effect
    /// @param twice took effect more than once
    /// @param disorder messages that took effect, or replies that were sent, before an older one of the chat
    /// @param sentTwice replies that the bridge got once more than there are
    /// @param undecided replies that the bridge got with another text than was decided
    /// @param unanswered messages whose reply never reached the bridge
    /// @param dead messages that were given up
    record Counts(
            int accepted, int lost, int twice, int disorder, int sentTwice, int undecided, int unanswered, int dead) {}

    /// A row: of which phone, which id at the bridge, which text.
    private record Row(String phone, String id, String text) {}

    /// Replies that did not go out as they should have, in words.
    List<String> strange() throws SQLException {
        return rows("""
                SELECT o.key, o.status, '' FROM outbox o
                WHERE o.kind = 'reply' AND o.status <> 'sent'
                  AND o.key IN (SELECT turn_key FROM inbox WHERE message_id = ANY (?))
                ORDER BY o.id
                """).stream()
                .map(row -> "reply " + row.phone() + " is " + row.id())
                .toList();
    }

    /// Those who are not where the others are who wrote the same, in words: their messages had another effect.
    List<String> astray() throws SQLException {
        Map<String, Long> ends = rows("""
                SELECT c.phone, c.step, coalesce((SELECT string_agg(kind, ' ' ORDER BY id) FROM conversation_events e
                                                  WHERE e.conversation_id = c.id
                                                    AND kind IN ('registered', 'cancelled')), '')
                FROM conversations c
                WHERE c.id IN (SELECT conversation_id FROM messages WHERE provider_message_id = ANY (?))
                """).stream()
                .filter(row -> story.registering().contains(row.phone().substring(1)))
                .collect(Collectors.groupingBy(row -> row.id() + " after " + row.text(), Collectors.counting()));
        String usual = ends.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return ends.entrySet().stream()
                .filter(end -> !end.getKey().equals(usual))
                .map(end -> "%d ended in %s, and the others in %s".formatted(end.getValue(), end.getKey(), usual))
                .toList();
    }

    Counts count() throws SQLException {
        List<Row> effects = rows("""
                SELECT c.phone, m.provider_message_id, '' FROM messages m
                JOIN conversations c ON c.id = m.conversation_id
                WHERE m.direction = 'in' AND m.provider_message_id = ANY (?) ORDER BY m.id
                """);
        List<Row> replies = rows("""
                WITH accepted AS (SELECT * FROM inbox WHERE message_id = ANY (?))
                SELECT c.phone, o.provider_message_id, o.body ->> 'text' FROM outbox o
                JOIN conversations c ON c.id = o.conversation_id
                WHERE o.kind = 'reply'
                  AND (o.key IN (SELECT turn_key FROM accepted)
                       OR o.key IN (SELECT 'd:' || channel || ':' || account || ':' || message_id FROM accepted))
                ORDER BY o.id
                """);
        Set<String> seen = new HashSet<>(effects.stream().map(Row::id).toList());
        Set<String> dead = dead();
        int lost = (int) ids().stream()
                .filter(id -> !seen.contains(id) && !dead.contains(id))
                .count();
        return new Counts(
                story.accepted().size(),
                lost,
                effects.size() - seen.size(),
                disorder(effects) + disorder(replies),
                sentTwice(replies),
                undecided(replies),
                turnsWithoutReply(lost > 0) + neverArrived(replies),
                dead.size());
    }

    private Set<String> dead() throws SQLException {
        return rows("SELECT message_id, message_id, '' FROM inbox WHERE status = 'dead' AND message_id = ANY (?)")
                .stream()
                .map(Row::id)
                .collect(Collectors.toSet());
    }

    /// Ids of one conversation grow.
    private static int disorder(List<Row> rows) {
        Map<String, String> newest = new HashMap<>();
        int disorder = 0;
        for (Row row : rows) {
            String before = newest.getOrDefault(row.phone(), "");
            disorder += row.id().compareTo(before) < 0 ? 1 : 0;
            newest.merge(row.phone(), row.id(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return disorder;
    }

    private int sentTwice(List<Row> replies) {
        Map<String, Long> wanted = byPhone(replies.stream().map(Row::phone));
        Map<String, Long> got = byPhone(sent.stream().map(one -> "+" + one.phone()));
        return got.entrySet().stream()
                .mapToInt(phone -> (int) Math.max(0, phone.getValue() - wanted.getOrDefault(phone.getKey(), 0L)))
                .sum();
    }

    private static Map<String, Long> byPhone(Stream<String> phones) {
        return phones.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private int undecided(List<Row> replies) {
        Map<String, String> texts = sent.stream().collect(Collectors.toMap(Sent::id, Sent::text));
        return (int) replies.stream()
                .filter(row -> !texts.getOrDefault(row.id(), row.text()).equals(row.text()))
                .count();
    }

    /// Noted as sent under an id, and the bridge knows none such; or noted under none.
    private int neverArrived(List<Row> replies) {
        Set<String> known = sent.stream().map(Sent::id).collect(Collectors.toSet());
        return (int) replies.stream().filter(row -> !known.contains(row.id())).count();
    }

    /// Who lost a message answers questions that were not asked; whom the bot does not understand it leaves to a
    /// person,
    /// and is silent.
    ///
    /// @param excused whether turns after such a call for a person are none of these
    private int turnsWithoutReply(boolean excused) throws SQLException {
        List<String> answered = story.accepted().stream()
                .filter(message -> !story.flooding().contains(message.phone()))
                .map(Written::id)
                .toList();
        return number("""
                SELECT count(DISTINCT i.turn_key) FROM inbox i
                WHERE i.message_id = ANY (?)
                  AND NOT EXISTS (SELECT FROM outbox o
                                  WHERE o.key = i.turn_key
                                     OR o.key = 'd:' || i.channel || ':' || i.account || ':' || i.message_id)
                  AND NOT (%s AND EXISTS (SELECT FROM alerts a
                                          WHERE a.conversation_id = i.conversation_id
                                            AND a.raised_at <= i.processed_at))
                """.formatted(excused), answered);
    }

    private List<String> ids() {
        return story.accepted().stream().map(Written::id).toList();
    }

    private int number(String query, List<String> ids) throws SQLException {
        try (PreparedStatement statement = prepared(query, ids);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<Row> rows(String query) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = prepared(query, ids());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString(2);
                rows.add(new Row(row.getString(1), id == null ? "" : id, row.getString(3)));
            }
        }
        return rows;
    }

    private PreparedStatement prepared(String query, List<String> ids) throws SQLException {
        Array array = database.createArrayOf("text", ids.toArray(String[]::new));
        PreparedStatement statement = database.prepareStatement(query);
        statement.setArray(1, array);
        return statement;
    }
}
