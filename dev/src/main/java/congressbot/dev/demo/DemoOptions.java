package congressbot.dev.demo;

import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.dev.bridge.wuzapi.Wuzapi;
import congressbot.dev.bridge.wuzapi.WuzapiKeys;
import congressbot.wire.process.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What the command line asks for.
///
/// @param fresh whether what earlier runs left is deleted first
/// @param fakeModel whether questions go to a model that is none; else to the one of the environment,
///     if any
/// @param bridge the one that the simulator plays
record DemoOptions(boolean fresh, boolean fakeModel, Kind bridge) {
    static final String USAGE = "demo [--fresh] [--model fake] [--bridge gowa|wuzapi]";

    /// A kind of bridge.
    enum Kind {
        GOWA,
        WUZAPI;

        /// With secrets of its own.
        Dialect dialect() {
            return switch (this) {
                case GOWA ->
                    new Gowa(
                            new Secret(UUID.randomUUID().toString()),
                            Optional.of(new Secret("demo:" + UUID.randomUUID())));
                case WUZAPI -> new Wuzapi(WuzapiKeys.random(), Wuzapi.Format.FORM);
            };
        }

        private static Optional<Kind> called(Optional<String> name) {
            return Stream.of(values())
                    .filter(kind -> name.equals(Optional.of(kind.name().toLowerCase(Locale.ROOT))))
                    .findFirst();
        }
    }

    /// Empty when it cannot be understood.
    static Optional<DemoOptions> parse(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        Set<String> seen = new HashSet<>();
        DemoOptions options = new DemoOptions(false, false, Kind.GOWA);
        while (!left.isEmpty()) {
            String option = left.pop();
            Optional<DemoOptions> more = seen.add(option) ? options.with(option, left) : Optional.empty();
            if (more.isEmpty()) {
                return Optional.empty();
            }
            options = more.get();
        }
        return Optional.of(options);
    }

    /// @param left what stands behind it; its value is taken away
    private Optional<DemoOptions> with(String option, Deque<String> left) {
        return switch (option) {
            case "--fresh" -> Optional.of(new DemoOptions(true, fakeModel, bridge));
            case "--model" ->
                Optional.ofNullable(left.poll()).filter("fake"::equals).map(_ -> new DemoOptions(fresh, true, bridge));
            case "--bridge" ->
                Kind.called(Optional.ofNullable(left.poll())).map(kind -> new DemoOptions(fresh, fakeModel, kind));
            default -> Optional.empty();
        };
    }
}
