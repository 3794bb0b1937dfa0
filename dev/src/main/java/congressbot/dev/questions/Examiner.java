package congressbot.dev.questions;

import congressbot.dev.talk.ChatDoor;
import congressbot.dev.talk.Door;
import congressbot.dev.talk.House;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Asks questions as people do, each chat of a set as another person. For many threads.
final class Examiner {
    private final House house;

    Examiner(House house) {
        this.house = house;
    }

    /// @param person names who asks
    List<Graded> ask(String person, QuestionSet.Chat chat) throws IOException {
        Door door = new ChatDoor(house.bot(), person, Optional.empty());
        List<Graded> graded = new ArrayList<>();
        try (Handle database = house.database()) {
            long last = 0;
            for (QuestionSet.Item item : chat.items()) {
                Door.Answer answer = door.say(List.of(new Content.Text(item.question())));
                Optional<Noted> noted = noted(database, door.conversation(), last);
                last = noted.map(Noted::id).orElse(last);
                graded.add(new Graded(item, String.join("\n", answer.replies()), noted.map(Noted::by)));
            }
        }
        return graded;
    }

    private record Noted(long id, String by) {}

    /// What the bot noted of a question that was asked after this one.
    private static Optional<Noted> noted(Handle database, ConversationId conversation, long last) {
        return database.createQuery("""
                        SELECT q.id, q.answered_by FROM questions q
                        JOIN conversations c ON c.id = q.conversation_id
                        JOIN contact_aliases a ON a.contact_id = c.contact_id AND a.channel = c.channel
                        WHERE a.channel = :channel AND a.alias = :alias AND q.id > :last
                        ORDER BY q.id DESC LIMIT 1
                        """)
                .bind("channel", conversation.channel().value())
                .bind("alias", conversation.contact())
                .bind("last", last)
                .map((row, _) -> new Noted(row.getLong("id"), row.getString("answered_by")))
                .findOne();
    }
}
