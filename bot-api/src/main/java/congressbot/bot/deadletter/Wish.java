package congressbot.bot.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the command `dead` was asked to do.
sealed interface Wish {
    record ListAll() implements Wish {}

    record Show(long number) implements Wish {}

    record Replay(long number) implements Wish {}

    record Drop(long number) implements Wish {}

    Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /// The wish of these arguments, or empty when they are none.
    static Optional<Wish> of(List<String> arguments) {
        if (arguments.isEmpty() || arguments.equals(List.of("list"))) {
            return Optional.of(new ListAll());
        }
        if (arguments.size() != 2 || !NUMBER.matcher(arguments.getLast()).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(arguments.getLast());
        return switch (arguments.getFirst()) {
            case "show" -> Optional.of(new Show(number));
            case "replay" -> Optional.of(new Replay(number));
            case "drop" -> Optional.of(new Drop(number));
            default -> Optional.empty();
        };
    }
}
