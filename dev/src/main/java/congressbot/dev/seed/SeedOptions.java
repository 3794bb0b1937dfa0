package congressbot.dev.seed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param participants people who are registered
/// @param events what happened in all chats, at least what the registrations themselves bring about
/// @param seed the same gives the same people
/// @param intoExisting also into a database that holds registrations
record SeedOptions(int participants, int events, int seed, boolean intoExisting) {
    static final String USAGE = "seed [--participants N] [--events M] [--seed S] [--into-existing]";

    private static final SeedOptions NORMAL = new SeedOptions(1_000, 50_000, 1, false);
    private static final int MOST_PARTICIPANTS = 1_000_000;
    private static final int MOST_EVENTS = 100_000_000;

    /// Empty when it cannot be understood.
    static Optional<SeedOptions> parse(List<String> arguments) {
        Optional<SeedOptions> options = Optional.of(NORMAL);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty() && options.isPresent()) {
            String argument = rest.removeFirst();
            options = options.flatMap(so -> so.with(argument, rest));
        }
        return options;
    }

    /// @param rest of the command line, of which it takes what belongs to the argument
    private Optional<SeedOptions> with(String argument, Deque<String> rest) {
        return switch (argument) {
            case "--participants" ->
                number(rest, MOST_PARTICIPANTS).map(number -> new SeedOptions(number, events, seed, intoExisting));
            case "--events" ->
                number(rest, MOST_EVENTS).map(number -> new SeedOptions(participants, number, seed, intoExisting));
            case "--seed" ->
                number(rest, Integer.MAX_VALUE)
                        .map(number -> new SeedOptions(participants, events, number, intoExisting));
            case "--into-existing" -> Optional.of(new SeedOptions(participants, events, seed, true));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(Deque<String> rest, int most) {
        return Optional.ofNullable(rest.pollFirst())
                .filter(text -> text.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(number -> number >= 1 && number <= most)
                .map(Long::intValue);
    }
}
