package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.registration.Field;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Finds messages that are meant by edits and deletions, and edits and deletions that came before
/// their message.
final class Past {
    private final Jdbi jdbi;

    Past(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is known of these messages of one chat: they themselves, else the last edit that was
    /// heard in their place. Nobody learns anything of somebody else's.
    ///
    /// @param message any message of the chat
    Edits.Known find(Snapshot snapshot, IncomingMessage message, Set<String> ids) {
        Map<String, Edits.Told> own = new HashMap<>();
        Set<String> foreign = new HashSet<>();
        OptionalLong conversation = snapshot.conversation();
        jdbi.useHandle(handle -> {
            handle.createQuery("""
                            SELECT provider_message_id AS meant, content, answered, 1 AS place, id FROM messages
                            WHERE conversation_id = :conversation AND direction = 'in' AND provider_message_id = ANY (:ids)
                            UNION ALL
                            SELECT content ->> 'originalId', content, answered, 0, id FROM messages
                            WHERE conversation_id = :conversation AND direction = 'in'
                              AND content ->> 'type' = 'Edited' AND content ->> 'originalId' = ANY (:ids)
                            ORDER BY place, id
                            """)
                    .bind("conversation", conversation.orElse(-1))
                    .bindArray("ids", String.class, ids)
                    .map((row, _) -> own.put(row.getString("meant"), told(row)))
                    .list();
            handle.createQuery("""
                            SELECT message_id FROM inbox
                            WHERE channel = :channel AND account = :account AND message_id = ANY (:ids) AND status = 'done'
                            UNION
                            SELECT provider_message_id FROM messages
                            WHERE conversation_id = :conversation AND direction = 'out' AND provider_message_id = ANY (:ids)
                            UNION
                            SELECT message_id FROM forestalled_messages
                            WHERE conversation_id = :conversation AND channel = :channel AND account = :account
                              AND message_id = ANY (:ids) AND how = 'deleted'
                            """)
                    .bind("channel", message.channel().value())
                    .bind("account", message.account())
                    .bind("conversation", conversation.orElse(-1))
                    .bindArray("ids", String.class, ids)
                    .mapTo(String.class)
                    .forEach(foreign::add);
        });
        foreign.removeAll(own.keySet());
        return new Edits.Known(Map.copyOf(own), Set.copyOf(foreign));
    }

    /// Those of these messages whose edit or deletion came before them, in the same chat.
    Map<String, Fate> early(Snapshot snapshot, List<IncomingMessage> messages) {
        if (snapshot.conversation().isEmpty()) {
            return Map.of();
        }
        IncomingMessage first = messages.getFirst();
        Map<String, Fate> early = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT message_id, how FROM forestalled_messages
                        WHERE conversation_id = :conversation AND channel = :channel AND account = :account
                          AND message_id = ANY (:ids)
                        """)
                .bind("conversation", snapshot.conversation().getAsLong())
                .bind("channel", first.channel().value())
                .bind("account", first.account())
                .bindArray(
                        "ids",
                        String.class,
                        messages.stream()
                                .map(message -> message.id().providerId())
                                .toList())
                .map((row, _) -> early.put(
                        row.getString("message_id"),
                        row.getString("how").equals("deleted") ? new Fate.Deleted() : new Fate.Overtaken()))
                .list());
        return Map.copyOf(early);
    }

    private static Edits.Told told(ResultSet row) throws SQLException {
        return new Edits.Told(content(row.getString("content")), fields(row.getArray("answered")));
    }

    /// What a newer version stored is told apart from nothing by its kind alone.
    private static Content content(String json) {
        try {
            return Json.read(json, Content.class);
        } catch (JsonProcessingException _) {
            return new Content.Unsupported("unknown");
        }
    }

    private static Set<Field> fields(@Nullable Array names) throws SQLException {
        return names == null
                ? Set.of()
                : Arrays.stream((String[]) names.getArray())
                        .flatMap(name -> field(name).stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<Field> field(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
