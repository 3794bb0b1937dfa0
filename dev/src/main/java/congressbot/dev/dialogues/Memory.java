package congressbot.dev.dialogues;

import congressbot.wire.message.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// What bot-api remembers of one person. For one thread.
final class Memory {
    /// As [House#FIRST_NUMBER].
    private static final Pattern NUMBER = Pattern.compile("\\b1[0-9]{6}\\b");

    private final Handle database;
    private final ConversationId conversation;

    /// More than one where the person was forgotten in between.
    private final Set<Long> conversations = new TreeSet<>();

    private final List<Long> numbers = new ArrayList<>();
    private long questions;

    Memory(Handle database, ConversationId conversation) {
        this.database = database;
        this.conversation = conversation;
    }

    /// Call after every turn: what is erased later cannot be found any more.
    void look() {
        database.createQuery("""
                        SELECT c.id AS conversation, p.id AS number FROM contact_aliases a
                        JOIN conversations c ON c.contact_id = a.contact_id AND c.channel = a.channel
                        LEFT JOIN participants p ON p.conversation_id = c.id
                        WHERE a.channel = :channel AND a.alias = :alias
                        ORDER BY p.id
                        """)
                .bind("channel", conversation.channel().value())
                .bind("alias", conversation.contact())
                .map((row, _) -> new Seen(row.getLong("conversation"), row.getLong("number")))
                .forEach(this::note);
    }

    /// Whether a free question was noted since this was asked last.
    boolean wasAsked() {
        long before = questions;
        questions = database.createQuery("SELECT count(*) FROM questions WHERE conversation_id = ANY (:ours)")
                .bindArray("ours", Long.class, conversations)
                .mapTo(Long.class)
                .one();
        return questions > before;
    }

    /// The reply with 1, 2, … in the place of the numbers of this person's registrations.
    String numbered(String reply) {
        return NUMBER.matcher(reply).replaceAll(this::ordinal);
    }

    Rows rows() {
        return new Rows(database.createQuery("""
                        SELECT status, full_name, email, cpf, passport, phone, city, state, country, profile, badge_name
                        FROM participants WHERE conversation_id = ANY (:ours)
                        """)
                .bindArray("ours", Long.class, conversations)
                .map((row, _) -> line(row))
                .list());
    }

    /// Lets days pass. The version is raised, so that bot-api looks again.
    void age(int days) {
        database.createUpdate("""
                        UPDATE conversations SET last_seen_at = last_seen_at - make_interval(days => :days), version = version + 1
                        WHERE id = ANY (:ours)
                        """)
                .bind("days", days)
                .bindArray("ours", Long.class, conversations)
                .execute();
    }

    /// @param number of a registration, 0 when there is none
    private record Seen(long conversation, long number) {}

    private void note(Seen seen) {
        conversations.add(seen.conversation());
        if (seen.number() > 0 && !numbers.contains(seen.number())) {
            numbers.add(seen.number());
        }
    }

    private String ordinal(MatchResult found) {
        int index = numbers.indexOf(Long.valueOf(found.group()));
        return index < 0 ? Matcher.quoteReplacement(found.group()) : Integer.toString(index + 1);
    }

    private static String line(ResultSet row) throws SQLException {
        if (row.getString("status").equals("cancelled")) {
            return Rows.CANCELLED;
        }
        String passport = row.getString("passport");
        List<String> columns = new ArrayList<>(List.of(
                row.getString("full_name"),
                row.getString("email"),
                passport == null ? row.getString("cpf") : "passport " + passport,
                row.getString("phone"),
                place(row.getString("city"), row.getString("state"), row.getString("country")),
                row.getString("profile")));
        Optional.ofNullable(row.getString("badge_name")).ifPresent(columns::add);
        return String.join(" | ", columns);
    }

    private static String place(String city, String state, String country) {
        return state.equals("EX") ? city + ", " + country : city + "/" + state;
    }
}
