package congressbot.dev.demo;

import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param fresh whether what earlier runs left is deleted first
/// @param fakeModel whether questions go to a model that is none; else to the one of the environment,
///     if any
record DemoOptions(boolean fresh, boolean fakeModel) {
    static final String USAGE = "demo [--fresh] [--model fake]";

    /// Empty when it cannot be understood.
    static Optional<DemoOptions> parse(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> Optional.of(new DemoOptions(false, false));
            case "--fresh" -> Optional.of(new DemoOptions(true, false));
            case "--model fake" -> Optional.of(new DemoOptions(false, true));
            case "--fresh --model fake", "--model fake --fresh" -> Optional.of(new DemoOptions(true, true));
            default -> Optional.empty();
        };
    }
}
