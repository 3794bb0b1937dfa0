package congressbot.gateway.bridge;

/// Whether a number can be linked by a code.
public sealed interface PairingCode {
    /// To be typed on the phone: `ABCD-2345`.
    record Code(String text) implements PairingCode {}

    /// The bridge gives none.
    ///
    /// @param reason for operators, without anything personal
    record Failed(String reason) implements PairingCode {}
}
