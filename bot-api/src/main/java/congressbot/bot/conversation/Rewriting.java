package congressbot.bot.conversation;

import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Writes down that a person changed or deleted her own messages. Only rows of the same chat are
/// touched, and no state.
final class Rewriting {
    private final Deletion deletion = new Deletion();

    /// Whether a message with this fate does anything to others.
    static boolean isDoneBy(Fate fate) {
        return switch (fate) {
            case Fate.Corrects _, Fate.Replaces _, Fate.Deletes _, Fate.Deleted _ -> true;
            case Fate.Heard _, Fate.Edited _, Fate.Overtaken _, Fate.Nothing _ -> false;
        };
    }

    /// Carries out what a message of a turn does to others.
    void store(Handle handle, String congress, long conversation, Uttered uttered) {
        IncomingMessage message = uttered.message();
        switch (uttered.fate()) {
            case Fate.Corrects corrects -> correct(handle, conversation, corrects);
            case Fate.Replaces(var original) ->
                forestall(handle, congress, conversation, meant(message, original), "edited");
            case Fate.Deletes(var original) -> {
                MessageId meant = meant(message, original);
                // What did not come yet, or was given up unheard, is not heard when it comes.
                if (!deletion.carryOut(handle, conversation, meant)) {
                    forestall(handle, congress, conversation, meant, "deleted");
                }
            }
            // An edit of it may have been heard before it came.
            case Fate.Deleted _ -> deletion.carryOut(handle, conversation, message.id());
            case Fate.Heard _, Fate.Edited _, Fate.Overtaken _, Fate.Nothing _ -> {
                // They touch no other message.
            }
        }
    }

    private static MessageId meant(IncomingMessage message, String original) {
        return new MessageId(message.channel(), message.account(), original);
    }

    /// The first words stay, for the organisers.
    private static void correct(Handle handle, long conversation, Fate.Corrects corrects) {
        handle.createUpdate("""
                        UPDATE messages SET before_edit = coalesce(before_edit, content), content = :after::jsonb
                        WHERE conversation_id = :conversation AND direction = 'in' AND provider_message_id = :id
                          AND content ->> 'type' <> 'Deleted'
                        """)
                .bind("after", Json.write(corrects.after()))
                .bind("conversation", conversation)
                .bind("id", corrects.original())
                .execute();
    }

    private static void forestall(Handle handle, String congress, long conversation, MessageId meant, String how) {
        handle.createUpdate("""
                        INSERT INTO forestalled_messages (congress_id, channel, account, message_id, conversation_id, how)
                        VALUES (:congress, :channel, :account, :id, :conversation, :how)
                        ON CONFLICT (conversation_id, channel, account, message_id)
                        DO UPDATE SET how = excluded.how WHERE forestalled_messages.how = 'edited'
                        """)
                .bind("congress", congress)
                .bind("channel", meant.channel().value())
                .bind("account", meant.account())
                .bind("id", meant.providerId())
                .bind("conversation", conversation)
                .bind("how", how)
                .execute();
    }

    /// Deletes a batch of what no channel will bring any more.
    ///
    /// @return how many were deleted
    static int forget(Jdbi jdbi, Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM forestalled_messages
                        WHERE ctid IN (SELECT ctid FROM forestalled_messages WHERE at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }
}
