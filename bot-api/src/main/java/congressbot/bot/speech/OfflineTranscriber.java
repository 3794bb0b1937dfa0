package congressbot.bot.speech;

/// No server is configured.
public final class OfflineTranscriber implements Transcriber {
    @Override
    public Transcription transcribe(Recording recording) {
        return new Transcription.Unavailable(Transcription.Reason.OFF);
    }
}
