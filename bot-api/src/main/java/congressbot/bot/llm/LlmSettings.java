package congressbot.bot.llm;

import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The language model: where it is, how long it is waited for, what it may cost and what it may do.
public record LlmSettings(Server server, Patience patience, Spending spending, Freedom freedom) {
    /// What a free question may take in all, so that its fallback comes in time.
    private static final Duration DEADLINE = Duration.ofSeconds(18);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final String USUAL_MODEL = "gpt-4o-mini";

    /// A server that speaks the OpenAI API.
    ///
    /// @param baseUrl with its version, without a slash at the end
    /// @param embeddingModel none: passages keep the order in which the search found them
    /// @param visionModel none: images are not looked at
    public record Server(
            Secret apiKey, URI baseUrl, String model, Optional<String> embeddingModel, Optional<String> visionModel) {}

    /// How long and how often.
    ///
    /// @param oneTry for a try of a call
    /// @param retries after a failed try
    /// @param deadline for all that one question needs
    /// @param concurrency calls in flight
    public record Patience(Duration oneTry, int retries, Duration deadline, int concurrency) {}

    /// What may be spent.
    ///
    /// @param daily for a congress and a day, in the currency of the prices; none: as much as it takes
    /// @param callsOfAPerson a day
    public record Spending(Prices prices, Optional<BigDecimal> daily, int callsOfAPerson) {}

    /// What the model is shown and may do.
    ///
    /// @param tools whether it may look things up
    /// @param historyTurns how many earlier questions it sees
    /// @param linkHosts hosts that any answer may link to
    public record Freedom(boolean tools, int historyTurns, List<String> linkHosts) {
        public Freedom {
            linkHosts = List.copyOf(linkHosts);
        }
    }

    private enum Choice {
        TRUE,
        FALSE
    }

    /// The settings; empty when `OPENAI_API_KEY` is absent.
    public static Optional<LlmSettings> from(Env env) {
        Optional<Secret> key = env.optionalSecret(Variable.OPENAI_API_KEY);
        URI baseUrl = parsed(env, Variable.OPENAI_BASE_URL, LlmSettings::address, "an address like " + OPENAI)
                .orElse(OPENAI);
        String model = env.optional(Variable.OPENAI_MODEL).orElse(USUAL_MODEL);
        Optional<String> embedding = env.optional(Variable.OPENAI_EMBEDDING_MODEL);
        Optional<String> vision = env.optional(Variable.OPENAI_VISION_MODEL);
        Patience patience = patience(env);
        Spending spending = spending(env);
        Freedom freedom = freedom(env);
        return key.map(secret ->
                new LlmSettings(new Server(secret, baseUrl, model, embedding, vision), patience, spending, freedom));
    }

    private static Patience patience(Env env) {
        return new Patience(
                env.duration(Variable.OPENAI_TIMEOUT, Duration.ofSeconds(8), Duration.ofMillis(100), DEADLINE),
                env.number(Variable.OPENAI_MAX_RETRIES, 2, 0, 5),
                DEADLINE,
                env.number(Variable.OPENAI_CONCURRENCY, 12, 1, 64));
    }

    private static Spending spending(Env env) {
        Prices prices = new Prices(
                money(env, Variable.OPENAI_PRICE_INPUT).orElse(BigDecimal.ZERO),
                money(env, Variable.OPENAI_PRICE_OUTPUT).orElse(BigDecimal.ZERO));
        Optional<BigDecimal> daily = money(env, Variable.OPENAI_DAILY_BUDGET).filter(limit -> limit.signum() > 0);
        if (daily.isPresent() && prices.areFree()) {
            env.problem(Variable.OPENAI_DAILY_BUDGET, "OPENAI_PRICE_INPUT and OPENAI_PRICE_OUTPUT beside it");
        }
        return new Spending(prices, daily, env.number(Variable.OPENAI_PERSON_BUDGET, 40, 1, 10_000));
    }

    private static Freedom freedom(Env env) {
        return new Freedom(
                env.oneOf(Variable.OPENAI_TOOLS, Choice.class, Choice.TRUE) == Choice.TRUE,
                env.number(Variable.HISTORY_TURNS, 4, 0, 20),
                env.optional(Variable.OPENAI_LINK_HOSTS).stream()
                        .flatMap(hosts -> Arrays.stream(hosts.split(",", -1)))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .toList());
    }

    private static Optional<BigDecimal> money(Env env, Variable variable) {
        return parsed(env, variable, LlmSettings::amount, "an amount like 0.15");
    }

    private static <T> Optional<T> parsed(Env env, Variable variable, Function<String, T> parse, String expected) {
        return env.optional(variable).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException _) {
                env.problem(variable, expected);
                return Optional.empty();
            }
        });
    }

    private static BigDecimal amount(String text) {
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return amount;
    }

    private static URI address(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException("another kind of address");
        }
        return uri;
    }
}
