package congressbot.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.llm.openai.Usage;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.http.Body;
import congressbot.wire.message.ConversationId;
import congressbot.wire.process.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final ConversationId MARIA = ConversationId.parse("gowa:556230002027:5562998765432");
    private static final ConversationId JOANA = ConversationId.parse("gowa:556230002027:5562911112222");
    private static final Prices PRICES = new Prices(new BigDecimal("0.15"), new BigDecimal("0.60"));

    private final Jdbi jdbi = TestDatabase.emptied();
    private final ModelCalls calls = Rooms.calls(jdbi);
    private final MovedTime time = new MovedTime(Instant.parse("2026-12-01T15:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private Books books(String daily, int perPerson) {
        Optional<BigDecimal> budget =
                Optional.of(daily).filter(text -> !text.isEmpty()).map(BigDecimal::new);
        return new Books(calls, new LlmSettings.Spending(PRICES, budget, perPerson), new ModelMeters(registry), time);
    }

    private static Books.Client client(String congress, ConversationId person) {
        return new Books.Client(congress, person);
    }

    private static Books.Entry entry(Books.Client client, int input, int output) {
        return new Books.Entry(
                client,
                Purpose.ANSWER,
                "the whole prompt",
                List.of(7L, 9L),
                "passed",
                new Usage(input, output),
                Duration.ofMillis(1234));
    }

    @Test
    void a_call_leaves_one_row_without_anything_personal() {
        books("", 40).enter(entry(client("default", MARIA), 1000, 100));

        List<String> rows = TestDatabase.rows(jdbi, "SELECT model_calls::text FROM model_calls");

        assertThat(rows)
                .singleElement()
                .asString()
                .contains("default", "answer", "{7,9}", "passed", "1000", "100", "210", "1234", "2026-12-01")
                .doesNotContain("5562998765432", "whole prompt");
        assertThat(TestDatabase.rows(jdbi, "SELECT person || ' ' || prompt_hash FROM model_calls"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{16} [0-9a-f]{64}");
    }

    @Test
    void who_knows_all_phone_numbers_and_not_the_secret_finds_nobody_in_the_rows() {
        Caller maria = new Callers(new Secret("one secret")).of(MARIA);

        assertThat(maria).isEqualTo(new Callers(new Secret("one secret")).of(MARIA));
        assertThat(maria).isNotEqualTo(new Callers(new Secret("another secret")).of(MARIA));
        assertThat(ModelCalls.digest(Body.of(MARIA.value()))).doesNotStartWith(maria.digest());
    }

    @Test
    void what_is_long_past_is_forgotten_a_batch_at_a_time() {
        Books books = books("", 40);
        books.enter(entry(client("default", MARIA), 1, 1));
        books.enter(entry(client("default", MARIA), 1, 1));
        time.pass(Duration.ofHours(1));
        books.enter(entry(client("other", JOANA), 1, 1));

        assertThat(calls.forget(time.instant(), 1)).isEqualTo(1);
        assertThat(calls.forget(time.instant(), 10)).isEqualTo(1);

        assertThat(TestDatabase.rows(jdbi, "SELECT congress_id FROM model_calls"))
                .containsExactly("other");
    }

    @Test
    void costs_are_summed_for_each_congress_and_counted() {
        Books books = books("", 40);

        books.enter(entry(client("default", MARIA), 1_000_000, 0)); // 0.15
        books.enter(entry(client("default", JOANA), 0, 1_000_000)); // 0.60
        books.enter(entry(client("default", MARIA), 2_345, 678)); // 758.55 millionths, rounded up
        books.enter(entry(client("other", MARIA), 1, 1));

        Instant day = Instant.parse("2026-12-01T03:00:00Z");
        assertThat(calls.spentMicros("default", day)).isEqualTo(150_000 + 600_000 + 759);
        assertThat(calls.spentMicros("other", day)).isEqualTo(1);
        assertThat(registry.counter("congressbot.bot.model.cost", "purpose", "answer")
                        .count())
                .isEqualTo(0.75076);
        assertThat(registry.counter("congressbot.bot.model.tokens", "direction", "in")
                        .count())
                .isEqualTo(1_002_346);
    }

    @Test
    void the_budget_holds_to_the_millionth() {
        Books books = books("0.00021", 40);
        Books.Client maria = client("default", MARIA);

        books.enter(entry(maria, 1000, 99)); // 209.4, rounded up: 210
        Optional<Advice.Reason> reached = books.limit(maria);

        assertThat(reached).contains(Advice.Reason.DAILY_BUDGET);
        assertThat(books("0.000211", 40).limit(maria)).isEmpty();
        assertThat(books.limit(client("other", MARIA))).isEmpty();
    }

    @Test
    void what_is_spent_while_a_sum_is_remembered_counts() {
        Books books = books("0.001", 40);
        Books.Client maria = client("default", MARIA);
        assertThat(books.limit(maria)).isEmpty();

        books.enter(entry(maria, 10_000, 0));

        assertThat(books.limit(maria)).contains(Advice.Reason.DAILY_BUDGET);
    }

    @Test
    void what_another_process_spent_is_seen_after_a_few_seconds() {
        Books books = books("0.001", 40);
        Books.Client maria = client("default", MARIA);
        assertThat(books.limit(maria)).isEmpty();
        books("0.001", 40).enter(entry(maria, 10_000, 0));
        assertThat(books.limit(maria)).isEmpty();

        time.pass(Duration.ofSeconds(5));

        assertThat(books.limit(maria)).contains(Advice.Reason.DAILY_BUDGET);
    }

    @Test
    void the_next_day_of_brasilia_is_free_again() {
        Books books = books("0.001", 2);
        Books.Client maria = client("default", MARIA);
        books.enter(entry(maria, 10_000, 0));
        books.enter(entry(maria, 10_000, 0));
        time.pass(Duration.ofHours(11)); // 23 h in Brasilia, 2 h of the next day in UTC
        assertThat(books.limit(maria)).contains(Advice.Reason.DAILY_BUDGET);
        assertThat(books("", 2).limit(maria)).contains(Advice.Reason.PERSON_BUDGET);

        time.pass(Duration.ofHours(1));

        assertThat(books.limit(maria)).isEmpty();
        assertThat(books("", 2).limit(maria)).isEmpty();
    }

    @Test
    void a_person_has_her_own_number_of_calls() {
        Books books = books("", 2);
        books.enter(entry(client("default", MARIA), 1, 1));
        assertThat(books.limit(client("default", MARIA))).isEmpty();

        books.enter(entry(client("default", MARIA), 1, 1));

        assertThat(books.limit(client("default", MARIA))).contains(Advice.Reason.PERSON_BUDGET);
        assertThat(books.limit(client("default", JOANA))).isEmpty();
        assertThat(books.limit(client("other", MARIA))).isEmpty();
    }
}
