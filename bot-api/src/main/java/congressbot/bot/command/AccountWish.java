package congressbot.bot.command;

import congressbot.bot.account.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the command `panel` is to do.
sealed interface AccountWish {
    /// Shows all accounts.
    record ListAll() implements AccountWish {}

    record Add(String email, String name, Role role) implements AccountWish {}

    /// Another link for who lost password or link.
    record Link(String email) implements AccountWish {}

    record Disable(String email) implements AccountWish {}

    /// Reads the arguments behind `panel`; empty when they are wrong.
    static Optional<AccountWish> of(List<String> arguments) {
        if (arguments.size() < 2 || !arguments.getFirst().equals("user")) {
            return Optional.empty();
        }
        List<String> rest = arguments.subList(2, arguments.size());
        return switch (arguments.get(1)) {
            case "list" -> rest.isEmpty() ? Optional.of(new ListAll()) : Optional.empty();
            case "add" -> add(rest);
            case "link" -> rest.size() == 1 ? Optional.of(new Link(rest.getFirst())) : Optional.empty();
            case "disable" -> rest.size() == 1 ? Optional.of(new Disable(rest.getFirst())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<AccountWish> add(List<String> rest) {
        if (rest.size() < 2 || rest.size() > 3) {
            return Optional.empty();
        }
        String role = rest.size() == 3 ? rest.get(2) : Role.OWNER.code();
        return Arrays.stream(Role.values())
                .filter(each -> each.code().equals(role))
                .findFirst()
                .map(each -> new Add(rest.get(0), rest.get(1), each));
    }
}
