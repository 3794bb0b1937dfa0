package congressbot.bot.llm;

import congressbot.bot.llm.openai.Usage;
import congressbot.wire.http.Body;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import congressbot.wire.process.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `model_calls`: one row for each call of a model, and nothing personal in it.
public final class ModelCalls {
    private final Jdbi jdbi;
    private final Callers callers;

    /// @param master a secret of the installation, not in the database: callers are told apart by it
    public ModelCalls(Jdbi jdbi, Secret master) {
        this.jdbi = jdbi;
        this.callers = new Callers(master);
    }

    public Caller caller(ConversationId person) {
        return callers.of(person);
    }

    /// Where only the message is known: each is a caller of its own.
    public Caller caller(MessageId message) {
        return callers.of(message);
    }

    /// One call.
    ///
    /// @param congress its id
    /// @param prompt what was sent, of a recording its bytes; only its digest is stored
    /// @param sources ids of passages that its answer names
    /// @param verdict what became of it, a word
    /// @param costMicros millionths of the currency of the prices
    public record Call(
            String congress,
            Caller caller,
            Purpose purpose,
            Body prompt,
            List<Long> sources,
            String verdict,
            Usage usage,
            long costMicros,
            Duration took,
            Instant at) {
        public Call {
            sources = List.copyOf(sources);
        }

        /// Without what was sent.
        @Override
        public String toString() {
            return "Call[" + purpose + ", " + verdict + "]";
        }
    }

    public void add(Call call) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO model_calls (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens,
                                                 output_tokens, cost_micros, duration_ms, at)
                        VALUES (:congress, :person, :purpose, :prompt_hash, :sources, :verdict, :input_tokens,
                                :output_tokens, :cost_micros, :duration_ms, :at)
                        """)
                .bind("congress", call.congress())
                .bind("person", call.caller().digest())
                .bind("purpose", call.purpose().word())
                .bind("prompt_hash", digest(call.prompt()))
                .bindArray("sources", Long.class, call.sources())
                .bind("verdict", call.verdict())
                .bind("input_tokens", call.usage().input())
                .bind("output_tokens", call.usage().output())
                .bind("cost_micros", call.costMicros())
                .bind("duration_ms", (int)
                        Math.min(Integer.MAX_VALUE, call.took().toMillis()))
                .bind("at", utc(call.at()))
                .execute());
    }

    /// What the calls for a congress have cost since then, in millionths.
    long spentMicros(String congress, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(sum(cost_micros), 0) FROM model_calls WHERE congress_id = :congress AND at >= :since
                        """)
                .bind("congress", congress)
                .bind("since", utc(since))
                .mapTo(Long.class)
                .one());
    }

    /// How many calls a person's messages have caused since then.
    int callsOf(String congress, ConversationId person, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM model_calls
                        WHERE congress_id = :congress AND at >= :since AND person = :person
                          AND purpose IN ('answer', 'propose', 'describe')
                        """)
                .bind("congress", congress)
                .bind("since", utc(since))
                .bind("person", caller(person).digest())
                .mapTo(Integer.class)
                .one());
    }

    /// Forgets who caused the calls of one person; what they cost stays.
    ///
    /// @param addresses all that her chat has
    public void erase(Handle handle, List<ConversationId> addresses) {
        handle.createUpdate("UPDATE model_calls SET person = :nobody WHERE person = ANY (:persons)")
                .bind("nobody", Caller.UNKNOWN.digest())
                .bindArray(
                        "persons",
                        String.class,
                        addresses.stream().map(this::caller).map(Caller::digest).toList())
                .execute();
    }

    /// Deletes a batch of the calls that were made long ago.
    ///
    /// @return how many were deleted
    public int forget(Instant before, int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM model_calls WHERE id IN (SELECT id FROM model_calls WHERE at < :before LIMIT :most)
                        """)
                .bind("before", utc(before))
                .bind("most", atMost)
                .execute());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// SHA-256, hexadecimal.
    static String digest(Body sent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
