package congressbot.bot.speech;

/// Writes down what is said in a recording. Never throws for what a network or a server does, and ends within its own
/// deadline.
public interface Transcriber {
    Transcription transcribe(Recording recording);
}
