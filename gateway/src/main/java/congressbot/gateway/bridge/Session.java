package congressbot.gateway.bridge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The link of an account to WhatsApp, as it was last seen.
///
/// @param number our own, digits only, where the bridge's messages tell it, too: accounts are called
///     by it
/// @param phone our own, digits only, as far as it is known: people are shown it
/// @param ban what is known of it, when the state is one
public record Session(State state, Optional<String> number, Optional<String> phone, Optional<Ban> ban) {
    public Session(State state, Optional<String> number) {
        this(state, number, number, Optional.empty());
    }

    /// What WhatsApp told of a ban.
    ///
    /// @param code WhatsApp's number for the reason
    /// @param until when it ends by itself
    public record Ban(Optional<Integer> code, Optional<Instant> until) {
        public static final Ban UNTOLD = new Ban(Optional.empty(), Optional.empty());
    }

    /// What is known about the link.
    public enum State {
        CONNECTED,
        /// Comes back by itself.
        DISCONNECTED,
        /// A person with the phone has to link it again.
        LOGGED_OUT,
        /// WhatsApp has shut the account out, for a while or for good.
        BANNED,
        /// WhatsApp takes nothing from the bridge until it is upgraded.
        OUTDATED,
        /// The bridge gives no usable answer.
        UNREACHABLE;

        /// As facts, logs and health tell it: `logged out`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
