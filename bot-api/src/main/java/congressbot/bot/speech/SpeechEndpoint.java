package congressbot.bot.speech;

import congressbot.bot.congress.Congress;
import congressbot.wire.bot.Transcript;
import congressbot.wire.http.Access;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Body;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import congressbot.wire.message.MessageId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /transcribe-audio?messageId=`: the bytes of a voice note, answered with its text. The id is
/// optional; with it a repetition is answered from memory. What the `Content-Type` says is not
/// believed.
public final class SpeechEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SpeechEndpoint.class);
    private static final String MESSAGE = "messageId";

    /// Of a heap of 256 MiB; the largest recording takes half.
    private static final int MEMORY_MEBIBYTES = 104;

    /// How long a caller waits for room.
    private static final Duration ROOM = Duration.ofSeconds(10);

    private static final String RETRY_AFTER_S = "5";

    private final Stenographer stenographer;
    private final Function<Optional<MessageId>, Congress> congresses;
    private final MeterRegistry metrics;
    private final RecordingMemory memory = new RecordingMemory(MEMORY_MEBIBYTES);

    /// Answers nothing until [#addTo].
    ///
    /// @param congresses which one a message belongs to
    public SpeechEndpoint(
            Stenographer stenographer, Function<Optional<MessageId>, Congress> congresses, MeterRegistry metrics) {
        this.stenographer = stenographer;
        this.congresses = congresses;
        this.metrics = metrics;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/transcribe-audio", this::transcribe, Access.INTERNAL);
    }

    private void transcribe(Context call) {
        Optional<MessageId> message;
        try {
            message = Optional.ofNullable(call.queryParam(MESSAGE)).map(MessageId::parse);
        } catch (IllegalArgumentException _) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "messageId is channel:account:id");
            return;
        }
        try {
            transcribe(call, message);
        } catch (IOException _) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body ended early");
        }
    }

    private void transcribe(Context call, Optional<MessageId> message) throws IOException {
        Optional<String> remembered = message.flatMap(stenographer::remembered);
        if (remembered.isPresent()) {
            count("remembered");
            Bodies.answer(call, new Transcript(remembered.get()));
            return;
        }
        Timer.Sample started = Timer.start(metrics);
        hear(call, message).ifPresent(result -> {
            answer(call, result);
            long nanos = started.stop(metrics.timer("congressbot.bot.hearing"));
            note(message, result, Duration.ofNanos(nanos));
        });
    }

    /// Empty after answering 413 to a recording whose length was not told.
    private Optional<Transcription> hear(Context call, Optional<MessageId> message) throws IOException {
        int told = call.contentLength();
        if (told > Recording.MAX_BYTES) {
            discard(call, told);
            return Optional.of(new Transcription.TooLarge());
        }
        int room = told < 0 ? Recording.MAX_BYTES : told;
        if (!memory.take(room, ROOM)) {
            return Optional.of(new Transcription.Unavailable(Transcription.Reason.BUSY));
        }
        try {
            return Bodies.read(call, Recording.MAX_BYTES)
                    .map(bytes -> stenographer.takeDown(congresses.apply(message), message, Body.of(bytes)));
        } finally {
            memory.giveBack(room);
        }
    }

    /// Who still writes when a connection is closed may not see the answer.
    private static void discard(Context call, int bytes) throws IOException {
        if (bytes <= Recording.MAX_BYTES * 2) {
            call.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void answer(Context call, Transcription result) {
        switch (result) {
            case Transcription.Heard(String text) -> Bodies.answer(call, new Transcript(text));
            case Transcription.Silent() ->
                Problem.answer(call, HttpStatus.UNPROCESSABLE_CONTENT.getCode(), "nothing is said in it");
            case Transcription.Unsupported() ->
                Problem.answer(call, HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "not audio that can be read");
            case Transcription.TooLarge() ->
                Problem.answer(call, HttpStatus.CONTENT_TOO_LARGE.getCode(), "the recording is too long");
            case Transcription.Unavailable(var reason) -> unavailable(call, reason);
        }
    }

    private static void unavailable(Context call, Transcription.Reason reason) {
        boolean off = reason == Transcription.Reason.OFF;
        if (!off) {
            call.header(Headers.RETRY_AFTER, RETRY_AFTER_S);
        }
        Problem.answer(
                call,
                HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                off ? "no server for speech is configured" : "nobody can listen now");
    }

    private void note(Optional<MessageId> message, Transcription result, Duration took) {
        String outcome = result.word();
        count(outcome);
        LOG.atInfo()
                .addKeyValue("message", message.map(MessageId::toString).orElse(""))
                .addKeyValue("outcome", outcome)
                .addKeyValue("ms", took.toMillis())
                .log("voice note");
    }

    private void count(String outcome) {
        metrics.counter("congressbot.bot.transcriptions", "outcome", outcome).increment();
    }
}
