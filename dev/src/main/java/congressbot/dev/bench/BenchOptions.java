package congressbot.dev.bench;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
sealed interface BenchOptions {
    String USAGE = "bench [--concurrency N] [--aof always|everysec] [--workers N] [--bots N], or bench --all [--large]";

    /// Everything, in tables.
    ///
    /// @param large also with many people and messages stored before
    record All(boolean large) implements BenchOptions {}

    /// One measurement.
    ///
    /// @param concurrency people who register at the same time
    /// @param aof when Redis brings writes to the disk
    /// @param givenBots how many bot-apis; empty: one for every two workers
    record One(int concurrency, AppendSync aof, int workers, Optional<Integer> givenBots) implements BenchOptions {
        private static final One NORMAL = new One(50, AppendSync.ALWAYS, 1, Optional.empty());
        private static final int MOST_PEOPLE = 1_000;
        private static final int MOST_PROCESSES = 16;

        int bots() {
            return givenBots.orElse(Math.ceilDiv(workers, 2));
        }

        private Optional<One> with(String name, String value) {
            return switch (name) {
                case "--concurrency" ->
                    number(value, MOST_PEOPLE).map(people -> new One(people, aof, workers, givenBots));
                case "--aof" -> sync(value).map(sync -> new One(concurrency, sync, workers, givenBots));
                case "--workers" ->
                    number(value, MOST_PROCESSES).map(some -> new One(concurrency, aof, some, givenBots));
                case "--bots" ->
                    number(value, MOST_PROCESSES).map(some -> new One(concurrency, aof, workers, Optional.of(some)));
                default -> Optional.empty();
            };
        }
    }

    /// Empty when it cannot be understood.
    static Optional<BenchOptions> parse(List<String> arguments) {
        if (arguments.equals(List.of("--all"))) {
            return Optional.of(new All(false));
        }
        if (arguments.equals(List.of("--all", "--large"))) {
            return Optional.of(new All(true));
        }
        return one(arguments).map(BenchOptions.class::cast);
    }

    private static Optional<One> one(List<String> arguments) {
        Optional<One> options = Optional.of(One.NORMAL);
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            String name = arguments.get(i);
            options = options.flatMap(so -> so.with(name, value));
        }
        // A worker talks to one bot-api: one too many would stand idle.
        return options.filter(so -> so.bots() <= so.workers());
    }

    private static Optional<Integer> number(String value, int most) {
        return Optional.of(value)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= most);
    }

    private static Optional<AppendSync> sync(String value) {
        return switch (value) {
            case "always" -> Optional.of(AppendSync.ALWAYS);
            case "everysec" -> Optional.of(AppendSync.EVERYSEC);
            default -> Optional.empty();
        };
    }
}
