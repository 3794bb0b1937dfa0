package congressbot.gateway.pairing;

import java.time.Instant;

/// What the bridge gave to link a number, as far as somebody asked for it.
public sealed interface Offer {
    /// Nobody asked.
    record Nothing() implements Offer {}

    /// A picture to be scanned.
    ///
    /// @param renewal when the next one is asked for, shortly before a phone refuses this one
    record Qr(QrDrawing drawing, Instant renewal) implements Offer {}

    /// The bridge is preparing a picture.
    record Waiting(Instant asked) implements Offer {}

    /// A code for whoever cannot scan.
    ///
    /// @param text to be typed on the phone
    /// @param end when the phone refuses it
    record Code(String text, Instant end) implements Offer {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /// Nobody used it for so long that no new one is asked for.
    record Expired() implements Offer {}

    /// The bridge gave nothing.
    ///
    /// @param reason in the bridge's words, for operators
    record Failed(String reason) implements Offer {}
}
