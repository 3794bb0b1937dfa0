package congressbot.dev.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param faults in the order in which they are tried
/// @param messages in each trial
record FaultsOptions(List<Fault> faults, int messages, int seed, int workers) {
    static final String USAGE = "faults [--messages N] [--seed S] [--workers N] [--short] [FAULT ...]";

    private static final int NORMAL = 10_000;
    private static final int SHORT = 300;
    private static final int MOST = 1_000_000;
    private static final int SEED = 1;
    private static final int WORKERS = 2;

    FaultsOptions {
        faults = List.copyOf(faults);
    }

    /// Empty when it cannot be understood.
    static Optional<FaultsOptions> parse(List<String> arguments) {
        FaultsOptions options = new FaultsOptions(List.of(), NORMAL, SEED, WORKERS);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            Optional<FaultsOptions> more = options.with(rest.removeFirst(), rest);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            options = more.get();
        }
        return Optional.of(options.faults.isEmpty() ? options.with(everything()) : options);
    }

    /// @param rest of the command line, of which it takes what belongs to the argument
    private Optional<FaultsOptions> with(String argument, Deque<String> rest) {
        return switch (argument) {
            case "--short" -> Optional.of(new FaultsOptions(faults, SHORT, seed, workers));
            case "--messages" -> number(rest).map(number -> new FaultsOptions(faults, number, seed, workers));
            case "--seed" -> number(rest).map(number -> new FaultsOptions(faults, messages, number, workers));
            case "--workers" -> number(rest).map(number -> new FaultsOptions(faults, messages, seed, number));
            default ->
                Optional.of(Fault.of(argument)).filter(more -> !more.isEmpty()).map(this::with);
        };
    }

    private FaultsOptions with(List<Fault> more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new FaultsOptions(all, messages, seed, workers);
    }

    /// One scene after the other.
    private static List<Fault> everything() {
        return Arrays.stream(Fault.values())
                .sorted(Comparator.comparing(fault -> fault.scene()))
                .toList();
    }

    private static Optional<Integer> number(Deque<String> rest) {
        return Optional.ofNullable(rest.pollFirst())
                .filter(digits -> digits.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST);
    }
}
