package congressbot.bot.account;

import java.util.OptionalLong;

/// Who does something, as the log and the histories keep it.
///
/// @param account empty where it was done from the command line
/// @param name as it is now
public record Witness(String congress, OptionalLong account, String name) {
    private static final String COMMAND = "congress-bot";

    public static Witness of(Account account) {
        return new Witness(account.congress(), OptionalLong.of(account.id()), account.name());
    }

    @Override
    public String toString() {
        return "Witness[" + account + "]";
    }

    /// Whoever has a shell on the server.
    public static Witness ofCommand(String congress) {
        return new Witness(congress, OptionalLong.empty(), COMMAND);
    }
}
