package congressbot.bot.speech;

import congressbot.bot.congress.Congress;
import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.WellFormed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes down what is said in voice notes, each once: it remembers, and whoever asks for a note that is being heard
/// waits for it.
public final class Stenographer {
    private final Transcriber transcriber;
    private final Transcripts transcripts;
    private final Inventions inventions = Inventions.load();
    private final Map<MessageId, CompletableFuture<Transcription>> underWay = new ConcurrentHashMap<>();

    public Stenographer(Transcriber transcriber, Transcripts transcripts) {
        this.transcriber = transcriber;
        this.transcripts = transcripts;
    }

    /// What was taken down of this message before.
    Optional<String> remembered(MessageId message) {
        return transcripts.find(message);
    }

    /// Listens, unless it remembers.
    ///
    /// @param message to remember it by
    Transcription takeDown(Congress congress, Optional<MessageId> message, Body file) {
        if (file.size() == 0) {
            return new Transcription.Silent();
        }
        MediaType type = MediaType.of(file);
        if (!type.isAudio()) {
            return new Transcription.Unsupported();
        }
        Recording recording = new Recording(type, file, names(congress));
        return message.map(id -> once(id, recording)).orElseGet(() -> heard(recording));
    }

    private Transcription once(MessageId message, Recording recording) {
        CompletableFuture<Transcription> mine = new CompletableFuture<>();
        CompletableFuture<Transcription> other = underWay.putIfAbsent(message, mine);
        if (other != null) {
            return other.join(); // it ends: a transcriber has its deadline
        }
        Transcription result = new Transcription.Unavailable(Transcription.Reason.FAILED);
        try {
            result = transcripts
                    .find(message)
                    .<Transcription>map(Transcription.Heard::new)
                    .orElseGet(() -> kept(message, heard(recording)));
            return result;
        } finally {
            underWay.remove(message);
            mine.complete(result);
        }
    }

    private Transcription kept(MessageId message, Transcription result) {
        if (result instanceof Transcription.Heard(String text)) {
            transcripts.keep(message, text);
        }
        return result;
    }

    private Transcription heard(Recording recording) {
        Transcription result = transcriber.transcribe(recording);
        if (!(result instanceof Transcription.Heard(String text))) {
            return result;
        }
        return inventions.include(text, recording.hint())
                ? new Transcription.Silent()
                : new Transcription.Heard(WellFormed.cut(text.strip(), IncomingMessage.MAX_TEXT));
    }

    /// The names that people are likely to say, and a model unlikely to know.
    private static String names(Congress congress) {
        return Stream.of(
                        Optional.of(congress.name()),
                        congress.shortName(),
                        Optional.of(congress.venue().name()),
                        Optional.of(congress.venue().city()))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", ", "", "."));
    }
}
