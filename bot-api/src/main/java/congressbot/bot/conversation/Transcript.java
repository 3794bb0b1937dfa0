package congressbot.bot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.registration.Field;
import congressbot.wire.Json;
import congressbot.wire.bot.Step;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.Option;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The table `messages`: what was said in a conversation, both ways.
final class Transcript {
    /// Messages of ours that may still come back as if somebody had typed them.
    private static final int RECENT = 20;

    private final Jdbi jdbi;

    Transcript(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What we said in one turn.
    ///
    /// @param step where the conversation stood after it
    record Said(String text, List<Option> options, Step step) {
        Said {
            options = List.copyOf(options);
        }
    }

    /// The stored form of [Said]: the step has a column of its own.
    private record Content(String text, List<Option> options) {}

    /// A row of a turn.
    sealed interface Line {
        /// As JSON.
        String content();

        Instant at();

        /// What a message is to be remembered as.
        ///
        /// @param id the channel's
        /// @param before its first content as JSON, where it was changed before it was heard
        /// @param told the fields that it gave a value
        record Heard(String content, Instant at, String id, Optional<String> before, Set<Field> told) implements Line {
            public Heard {
                told = Set.copyOf(told);
            }

            /// Without the words, which are personal.
            @Override
            public String toString() {
                return "Heard[" + id + "]";
            }
        }

        /// What we say.
        record Ours(String content, Instant at, Step step) implements Line {
            /// Without the words, which may be personal.
            @Override
            public String toString() {
                return "Ours[" + step + "]";
            }
        }

        /// Nothing of a message that only does something to others.
        static Optional<Line> of(Uttered uttered) {
            IncomingMessage message = uttered.message();
            return switch (uttered.fate()) {
                case Fate.Heard _, Fate.Overtaken _, Fate.Corrects _, Fate.Replaces _ ->
                    Optional.of(heard(message, message.content(), Optional.empty(), uttered.told()));
                case Fate.Edited(var before) ->
                    Optional.of(heard(message, message.content(), Optional.of(Json.write(before)), uttered.told()));
                case Fate.Deleted _ ->
                    Optional.of(heard(message, Deletion.mark(message.id().providerId()), Optional.empty(), Set.of()));
                case Fate.Deletes _, Fate.Nothing _ -> Optional.empty();
            };
        }

        static Line of(Said said, Instant at) {
            return new Ours(json(said), at, said.step());
        }

        private static Line heard(
                IncomingMessage message,
                congressbot.wire.message.Content content,
                Optional<String> before,
                Set<Field> told) {
            return new Heard(
                    Json.write(content), message.receivedAt(), message.id().providerId(), before, told);
        }
    }

    /// Part of a statement: writes down what was heard and what is said in the conversation `kept`, in
    /// this order.
    static final String WRITTEN = """
            written AS (
                INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step,
                                      provider_message_id, delivery, at, before_edit, answered)
                SELECT :congress, kept.id, CASE step WHEN '' THEN 'in' ELSE 'out' END, :turn, content::jsonb,
                       nullif(step, ''), nullif(line.id, ''), CASE step WHEN '' THEN 'received' ELSE 'pending' END,
                       at::timestamptz, nullif(before, '')::jsonb, string_to_array(nullif(told, ''), ',')
                FROM kept, unnest(:contents, :steps, :messageIds, :times, :befores, :told)
                            WITH ORDINALITY AS line (content, step, id, at, before, told, place)
                ORDER BY place
            )""";

    /// What [#WRITTEN] wants to know; in an array of texts nothing is an empty one.
    static Query bind(Query query, List<Line> lines) {
        return query.bindArray("contents", String.class, column(lines, Line::content))
                .bindArray(
                        "times", String.class, column(lines, line -> line.at().toString()))
                .bindArray("steps", String.class, column(lines, line -> switch (line) {
                    case Line.Heard _ -> "";
                    case Line.Ours ours -> ours.step().name();
                }))
                .bindArray("messageIds", String.class, heard(lines, Line.Heard::id))
                .bindArray(
                        "befores",
                        String.class,
                        heard(lines, line -> line.before().orElse("")))
                .bindArray("told", String.class, heard(lines, Transcript::names));
    }

    private static List<String> heard(List<Line> lines, Function<Line.Heard, String> value) {
        return column(lines, line -> switch (line) {
            case Line.Heard heard -> value.apply(heard);
            case Line.Ours _ -> "";
        });
    }

    private static String names(Line.Heard line) {
        return line.told().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static List<String> column(List<Line> lines, Function<Line, String> value) {
        return lines.stream().map(value).toList();
    }

    void addSaid(Handle handle, String congress, long conversation, String turn, Said said, Instant at) {
        handle.createUpdate("""
                        INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, delivery, at)
                        VALUES (:congress, :conversation, 'out', :turn, :content::jsonb, :step, 'pending', :at)
                        """)
                .bind("congress", congress)
                .bind("conversation", conversation)
                .bind("turn", turn)
                .bind("content", json(said))
                .bind("step", said.step().name())
                .bind("at", at)
                .execute();
    }

    /// Writes down what the organisers said on their own phone. They are ours, and no turn's reply.
    void addByPhone(Handle handle, String congress, long conversation, Step step, List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            String text =
                    message.content() instanceof congressbot.wire.message.Content.FromStaff(String words) ? words : "";
            handle.createUpdate("""
                            INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step,
                                                  provider_message_id, delivery, at, said_by)
                            VALUES (:congress, :conversation, 'out', :key, :content::jsonb, :step, :id, 'sent', :at, 'phone')
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("congress", congress)
                    .bind("conversation", conversation)
                    .bind("key", "s:" + message.id().value())
                    .bind("content", Json.write(new Content(text, List.of())))
                    .bind("step", step.name())
                    .bind("id", message.id().providerId())
                    .bind("at", message.receivedAt())
                    .execute();
        }
    }

    /// Whether a message that looks like one of the organisers' own phone is one of ours, come back:
    /// by the channel's id, or while that is not known yet, by its words.
    boolean isOurs(long conversation, String providerId, String text) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM (SELECT provider_message_id, content ->> 'text' AS text, said_by
                                                    FROM messages
                                                    WHERE conversation_id = :conversation AND direction = 'out'
                                                    ORDER BY id DESC LIMIT :recent) ours
                                       WHERE said_by IS DISTINCT FROM 'phone'
                                         AND (provider_message_id = :id
                                              OR provider_message_id IS NULL AND text = :text))
                        """)
                .bind("conversation", conversation)
                .bind("id", providerId)
                .bind("text", text)
                .bind("recent", RECENT)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Said> said(long conversation, String turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT content, step FROM messages
                        WHERE conversation_id = :conversation AND turn_key = :turn AND direction = 'out'
                        """)
                .bind("conversation", conversation)
                .bind("turn", turn)
                .map((row, _) -> said(row.getString("content"), row.getString("step")))
                .findOne());
    }

    /// The turn in which we spoke last, and when.
    record Last(String turn, Instant at) {}

    Optional<Last> last(long conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT turn_key, at FROM messages
                        WHERE conversation_id = :conversation AND direction = 'out'
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> new Last(
                        row.getString("turn_key"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /// Deletes all that was said in one chat.
    void erase(Handle handle, long conversation) {
        handle.createUpdate("DELETE FROM messages WHERE conversation_id = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    /// Deletes a batch of what was said long ago.
    ///
    /// @return how many were deleted
    int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "DELETE FROM messages WHERE id IN (SELECT id FROM messages WHERE at < :before LIMIT :most)")
                .bind("before", before)
                .bind("most", atMost)
                .execute());
    }

    private static String json(Said said) {
        return Json.write(new Content(said.text(), said.options()));
    }

    private static Said said(String json, String step) {
        try {
            Content content = Json.read(json, Content.class);
            return new Said(content.text(), content.options(), Step.valueOf(step));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reply that this version cannot read", e);
        }
    }
}
