package congressbot.bot.llm;

import congressbot.bot.llm.openai.Usage;
import congressbot.wire.http.Body;
import congressbot.wire.message.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Writes down each call and what it cost, and says when the budget of the day is used up. Calls in flight are not in
/// it yet: they may exceed it by what they cost.
final class Books {
    /// Days begin where the congresses are.
    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /// How long a sum holds that only our own calls were added to.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ModelCalls calls;
    private final LlmSettings.Spending spending;
    private final ModelMeters meters;
    private final InstantSource time;
    private final Map<String, Sum> sums = new ConcurrentHashMap<>();

    Books(ModelCalls calls, LlmSettings.Spending spending, ModelMeters meters, InstantSource time) {
        this.calls = calls;
        this.spending = spending;
        this.meters = meters;
        this.time = time;
    }

    /// Whom a call is for.
    ///
    /// @param congress its id
    record Client(String congress, ConversationId person) {}

    /// @param micros spent on that day
    private record Sum(LocalDate day, long micros, Instant readAt) {}

    /// The budget that is used up.
    Optional<Advice.Reason> limit(Client client) {
        Instant now = time.instant();
        Instant midnight = today(now).atStartOfDay(BRASILIA).toInstant();
        boolean spent = spending.daily().isPresent()
                && sum(client.congress(), now).micros()
                        >= Prices.micros(spending.daily().get());
        if (spent) {
            return Optional.of(Advice.Reason.DAILY_BUDGET);
        }
        return calls.callsOf(client.congress(), client.person(), midnight) >= spending.callsOfAPerson()
                ? Optional.of(Advice.Reason.PERSON_BUDGET)
                : Optional.empty();
    }

    /// A call that has ended.
    ///
    /// @param prompt all that was sent
    /// @param verdict what became of it, a word
    record Entry(
            Client client,
            Purpose purpose,
            String prompt,
            List<Long> sources,
            String verdict,
            Usage usage,
            Duration took) {
        Entry {
            sources = List.copyOf(sources);
        }
    }

    void enter(Entry entry) {
        long cost =
                spending.prices().micros(entry.usage().input(), entry.usage().output());
        Instant now = time.instant();
        calls.add(new ModelCalls.Call(
                entry.client().congress(),
                calls.caller(entry.client().person()),
                entry.purpose(),
                Body.of(entry.prompt()),
                entry.sources(),
                entry.verdict(),
                entry.usage(),
                cost,
                entry.took(),
                now));
        sums.computeIfPresent(
                entry.client().congress(), (_, sum) -> new Sum(sum.day(), sum.micros() + cost, sum.readAt()));
        meters.called(entry.purpose(), entry.verdict(), entry.usage(), cost, entry.took());
    }

    private Sum sum(String congress, Instant now) {
        LocalDate today = today(now);
        return sums.compute(
                congress,
                (_, known) -> known != null
                                && known.day().equals(today)
                                && known.readAt().plus(FRESH).isAfter(now)
                        ? known
                        : new Sum(
                                today,
                                calls.spentMicros(
                                        congress, today.atStartOfDay(BRASILIA).toInstant()),
                                now));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, BRASILIA);
    }
}
