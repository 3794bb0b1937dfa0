package congressbot.bot.speech;

import congressbot.bot.congress.Congress;
import congressbot.wire.http.Body;
import congressbot.wire.http.MediaType;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.WellFormed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes down what is said in voice notes, each once: it remembers, and whoever asks for a note that is being heard
/// waits for it.
public final class Stenographer {
    private static final Transcription NOBODY_THERE = new Transcription.Unavailable(Transcription.Reason.OFF);

    private final Transcriber transcriber;
    private final Transcripts transcripts;
    private final Consumer<Hearing> book;
    private final Inventions inventions = Inventions.load();
    private final Map<MessageId, CompletableFuture<Transcription>> underWay = new ConcurrentHashMap<>();

    /// @param book told of each recording that a server was asked to hear
    public Stenographer(Transcriber transcriber, Transcripts transcripts, Consumer<Hearing> book) {
        this.transcriber = transcriber;
        this.transcripts = transcripts;
        this.book = book;
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
        return message.map(id -> once(congress, id, recording))
                .orElseGet(() -> heard(congress, Optional.empty(), recording));
    }

    private Transcription once(Congress congress, MessageId message, Recording recording) {
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
                    .orElseGet(() -> kept(message, heard(congress, Optional.of(message), recording)));
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

    private Transcription heard(Congress congress, Optional<MessageId> message, Recording recording) {
        long start = System.nanoTime();
        Transcription result = judged(transcriber.transcribe(recording), recording);
        if (!result.equals(NOBODY_THERE)) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            book.accept(new Hearing(congress.id(), message, recording, result, took));
        }
        return result;
    }

    private Transcription judged(Transcription result, Recording recording) {
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
