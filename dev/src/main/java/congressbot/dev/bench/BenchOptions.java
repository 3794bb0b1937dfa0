package congressbot.dev.bench;

import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param concurrency people who register at the same time
/// @param aof when Redis brings writes to the disk
/// @param workers and a bot-api for every two of them
record BenchOptions(int concurrency, AppendSync aof, int workers) {
    static final String USAGE = "bench [--concurrency N] [--aof always|everysec] [--workers N]";

    private static final BenchOptions NORMAL = new BenchOptions(50, AppendSync.ALWAYS, 1);
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_WORKERS = 16;

    /// Empty when it cannot be understood.
    static Optional<BenchOptions> parse(List<String> arguments) {
        Optional<BenchOptions> options = Optional.of(NORMAL);
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            String name = arguments.get(i);
            options = options.flatMap(so -> so.with(name, value));
        }
        return options;
    }

    private Optional<BenchOptions> with(String name, String value) {
        return switch (name) {
            case "--concurrency" -> number(value, MOST_PEOPLE).map(people -> new BenchOptions(people, aof, workers));
            case "--aof" -> sync(value).map(sync -> new BenchOptions(concurrency, sync, workers));
            case "--workers" -> number(value, MOST_WORKERS).map(some -> new BenchOptions(concurrency, aof, some));
            default -> Optional.empty();
        };
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
