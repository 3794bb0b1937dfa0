package congressbot.wire.bot;

/// The answer to `POST /transcribe-audio`.
///
/// @param text what was said
public record Transcript(String text) {
    /// Without the text, which is personal.
    @Override
    public String toString() {
        return "Transcript[…]";
    }
}
