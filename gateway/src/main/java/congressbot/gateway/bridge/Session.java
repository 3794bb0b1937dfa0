package congressbot.gateway.bridge;

/// The link of an account to WhatsApp, as it was last seen.
///
/// @param account the number of ours, or the bridge's name where it does not tell the number
public record Session(State state, String account) {
    /// What is known about the link.
    public enum State {
        CONNECTED,
        /// Comes back by itself.
        DISCONNECTED,
        /// A person with the phone has to link it again.
        LOGGED_OUT,
        /// The bridge gives no usable answer.
        UNREACHABLE
    }
}
