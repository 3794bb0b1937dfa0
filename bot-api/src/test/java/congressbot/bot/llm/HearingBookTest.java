package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.speech.Hearing;
import congressbot.bot.speech.Transcription;
import congressbot.bot.testing.LogLines;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Recordings;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.MessageId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class HearingBookTest {
    private static final MessageId NOTE = MessageId.parse("gowa:5562900000000:3A01");

    /// `printf OggS; head -c 996 /dev/zero | tr '\0' '\7'`, through sha256sum.
    private static final String OGG = "77829e0a1525fff79b6c6038ffb29f5deb0eb9b9cbe7be1d7c9cb3c2b8a86b27";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final ModelCalls calls = Rooms.calls(jdbi);
    private final MovedTime time = new MovedTime(Instant.parse("2026-12-01T15:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HearingBook book = new HearingBook(calls, registry, time);

    private static Hearing hearing(Optional<MessageId> message, Transcription result) {
        return new Hearing("default", message, Recordings.recording(), result, Duration.ofMillis(1234));
    }

    @Test
    void a_hearing_leaves_one_row_without_anything_personal() {
        book.enter(hearing(Optional.of(NOTE), new Transcription.Heard("Meu nome é Maria")));

        assertThat(TestDatabase.rows(jdbi, """
                SELECT concat_ws(' ', congress_id, purpose, verdict, prompt_hash, sources, input_tokens, output_tokens,
                                 cost_micros, duration_ms, at AT TIME ZONE 'UTC')
                FROM model_calls
                """))
                .containsExactly("default transcribe heard " + OGG + " {} 0 0 0 1234 2026-12-01 15:00:00");
        assertThat(TestDatabase.rows(jdbi, "SELECT model_calls::text FROM model_calls"))
                .singleElement()
                .asString()
                .doesNotContain("Maria", "5562900000000", "3A01");
    }

    @Test
    void a_message_is_its_own_caller_and_without_one_nobody_is_known() {
        book.enter(hearing(Optional.of(NOTE), new Transcription.Silent()));
        book.enter(hearing(Optional.of(MessageId.parse("gowa:5562900000000:3A02")), new Transcription.Silent()));
        book.enter(hearing(Optional.of(NOTE), new Transcription.Silent()));
        book.enter(hearing(Optional.empty(), new Transcription.Silent()));

        List<String> callers = TestDatabase.rows(jdbi, "SELECT person FROM model_calls ORDER BY id");

        assertThat(callers).allMatch(caller -> caller.matches("[0-9a-f]{16}"));
        assertThat(callers.get(1)).isNotEqualTo(callers.getFirst());
        assertThat(callers.get(2)).isEqualTo(callers.getFirst());
        assertThat(callers.get(3)).isEqualTo("0".repeat(16));
    }

    @Test
    void the_verdict_is_what_became_of_it() {
        book.enter(hearing(Optional.of(NOTE), new Transcription.Silent()));
        book.enter(hearing(Optional.of(NOTE), new Transcription.Unsupported()));
        book.enter(hearing(Optional.of(NOTE), new Transcription.TooLarge()));
        book.enter(hearing(Optional.of(NOTE), new Transcription.Unavailable(Transcription.Reason.TIMEOUT)));
        book.enter(hearing(Optional.of(NOTE), new Transcription.Unavailable(Transcription.Reason.FAILED)));

        assertThat(TestDatabase.rows(jdbi, "SELECT verdict FROM model_calls ORDER BY id"))
                .containsExactly("silent", "unsupported", "too-large", "timeout", "failed");
        assertThat(registry.counter("congressbot.bot.model.calls", "purpose", "transcribe", "outcome", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void it_takes_nothing_from_the_budgets_of_the_other_models() {
        ConversationId maria = ConversationId.parse(NOTE.value()); // the worst case: both have the same digest
        Prices prices = new Prices(BigDecimal.ONE, BigDecimal.ONE);
        Books books = new Books(
                calls,
                new LlmSettings.Spending(prices, Optional.of(new BigDecimal("0.000001")), 1),
                new ModelMeters(registry),
                time);

        book.enter(hearing(Optional.of(NOTE), new Transcription.Heard("oi")));

        assertThat(books.limit(new Books.Client("default", maria))).isEmpty();
    }

    @Test
    void without_a_database_what_was_heard_still_counts() {
        Jdbi nowhere = Jdbi.create("jdbc:postgresql://127.0.0.1:1/nowhere");
        try (LogLines lines = LogLines.of(HearingBook.class)) {
            new HearingBook(Rooms.calls(nowhere), registry, time)
                    .enter(hearing(Optional.of(NOTE), new Transcription.Heard("oi")));

            assertThat(lines.events()).hasSize(1);
        }
    }
}
