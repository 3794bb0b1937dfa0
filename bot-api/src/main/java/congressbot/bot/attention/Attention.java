package congressbot.bot.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/// Why the bot is silent in a chat.
///
/// @param until when it answers again by itself; empty for [Kind#TAKEN], whose end stands with the takeover
public record Attention(Kind kind, Optional<Instant> until) {
    /// Who is to answer instead.
    public enum Kind {
        /// A person of the organisers, and nobody does yet.
        WAITING,
        /// Somebody does on the organisers' own phone.
        PHONE,
        /// Somebody does in the panel.
        TAKEN
    }

    public static final Attention TAKEN = new Attention(Kind.TAKEN, Optional.empty());

    public Attention {
        if ((kind == Kind.TAKEN) == until.isPresent()) {
            throw new IllegalArgumentException("a pause has an end, a takeover is ended");
        }
    }

    public static Attention waiting(Instant until) {
        return new Attention(Kind.WAITING, Optional.of(until));
    }

    public static Attention byPhone(Instant until) {
        return new Attention(Kind.PHONE, Optional.of(until));
    }

    /// What a row of `conversations` says, in its columns `attention` and `attention_until`.
    public static Optional<Attention> read(ResultSet row) throws SQLException {
        Optional<OffsetDateTime> until = Optional.ofNullable(row.getObject("attention_until", OffsetDateTime.class));
        return Optional.ofNullable(row.getString("attention"))
                .map(word -> new Attention(
                        Kind.valueOf(word.toUpperCase(Locale.ROOT)), until.map(OffsetDateTime::toInstant)));
    }

    /// How the kind is stored.
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// Whether it holds at this moment.
    public boolean isOn(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
