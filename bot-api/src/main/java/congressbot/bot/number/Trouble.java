package congressbot.bot.number;

import congressbot.bot.registration.Phone;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number of ours that does not work as it should.
///
/// @param account its digits, the name of its instance, or the channel's name while nobody knows its
///     digits
/// @param since when it began, where that is known
/// @param until when it ends by itself, where that is known
public record Trouble(String channel, String account, Kind kind, Optional<Instant> since, Optional<Instant> until) {
    /// E.164 without its plus.
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{7,14}");

    /// What is wrong.
    public enum Kind {
        /// The phone unlinked us: somebody has to pair it again.
        LOGGED_OUT,
        BANNED,
        /// The bridge is too old for WhatsApp.
        OUTDATED,
        /// The bridge lost its link, and has not got it back by itself.
        DISCONNECTED,
        /// The bridge does not answer.
        UNREACHABLE,
        /// WhatsApp lets it write to nobody new.
        LIMITED;

        /// For texts.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// What the gateway calls a state; none of a number that works.
        static Optional<Kind> ofState(String state) {
            return Arrays.stream(values())
                    .filter(kind ->
                            kind != LIMITED && kind.word().replace('-', ' ').equals(state))
                    .findFirst();
        }
    }

    /// As people read it: a phone number or a name; empty while nobody knows either.
    public String called() {
        return number().map(number -> new Phone(number).shown()).orElse(account.equals(channel) ? "" : account);
    }

    /// Where the account is one.
    Optional<PhoneNumber> number() {
        return DIGITS.matcher(account).matches() ? Optional.of(new PhoneNumber("+" + account)) : Optional.empty();
    }
}
