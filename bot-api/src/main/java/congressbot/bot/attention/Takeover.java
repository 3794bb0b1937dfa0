package congressbot.bot.attention;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Somebody of the organisers answers a chat.
///
/// @param account who; empty when it was no account of the panel
/// @param takenAt since when nothing of the bot can come any more; empty while something may be in
///     flight
/// @param until when the bot answers again, unless it is given back before
public record Takeover(
        long id,
        long conversation,
        OptionalLong account,
        String name,
        Instant begunAt,
        Optional<Instant> takenAt,
        Instant until) {
    /// The same, with nothing in flight any more.
    Takeover settledAt(Instant now) {
        return new Takeover(id, conversation, account, name, begunAt, Optional.of(now), until);
    }

    public boolean isBy(OptionalLong somebody) {
        return account.isPresent() && account.equals(somebody);
    }
}
