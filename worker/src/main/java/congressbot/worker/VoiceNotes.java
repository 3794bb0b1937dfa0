package congressbot.worker;

import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.worker.VoiceNote.Heard;
import congressbot.worker.VoiceNote.Reason;
import congressbot.worker.VoiceNote.Unheard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the voice notes of a turn their text: fetches each from the gateway and has bot-api listen. A turn never fails
/// over it: a note without text is answered by bot-api, which asks the person to type.
final class VoiceNotes {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceNotes.class);

    /// Heard in one turn; who sends more at once is asked to type the rest.
    private static final int MOST = 5;

    /// For the gateway, which may have the bridge download the file first.
    private static final Duration FETCH = Duration.ofSeconds(40);

    private final GatewayClient gateway;
    private final BotClient bot;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Limits limits;
    private final Semaphore atOnce;

    /// What hearing may cost.
    ///
    /// @param atOnce notes in memory, over all conversations
    /// @param patience for all the notes of one turn
    record Limits(int atOnce, Duration patience, InstantSource time) {
        Instant deadline() {
            return time.instant().plus(patience);
        }

        Duration left(Instant deadline) {
            return Duration.between(time.instant(), deadline);
        }
    }

    VoiceNotes(GatewayClient gateway, BotClient bot, Leases leases, MeterRegistry metrics, Limits limits) {
        this.gateway = gateway;
        this.bot = bot;
        this.leases = leases;
        this.metrics = metrics;
        this.limits = limits;
        atOnce = new Semaphore(limits.atOnce(), true);
    }

    /// The batch with the text of its voice notes.
    ///
    /// @return empty when the claim was lost meanwhile
    Optional<Batch> heard(Batch batch) {
        if (batch.messages().stream().noneMatch(message -> unheard(message).isPresent())) {
            return Optional.of(batch);
        }
        Instant deadline = limits.deadline();
        List<IncomingMessage> messages = new ArrayList<>();
        int notes = 0;
        for (IncomingMessage message : batch.messages()) {
            if (leases.lost(batch.claim())) {
                return Optional.empty();
            }
            Optional<Content.Audio> note = unheard(message);
            messages.add(note.isEmpty() ? message : heard(message, note.get(), deadline, ++notes));
        }
        return leases.lost(batch.claim()) ? Optional.empty() : Optional.of(batch.with(messages));
    }

    private static Optional<Content.Audio> unheard(IncomingMessage message) {
        return message.content() instanceof Content.Audio audio
                        && audio.transcript().isEmpty()
                ? Optional.of(audio)
                : Optional.empty();
    }

    private IncomingMessage heard(IncomingMessage message, Content.Audio audio, Instant deadline, int number) {
        VoiceNote note = number > MOST ? new Unheard(Reason.SURPLUS) : inTurn(message, audio, deadline);
        String outcome = outcome(note);
        metrics.counter("congressbot.worker.voice.notes", "outcome", outcome).increment();
        return switch (note) {
            case Heard(String text) -> message.with(audio.saying(text));
            case Unheard _ -> {
                LOG.atWarn().addKeyValue("reason", outcome).log("voice note not heard, going on without its text");
                yield message;
            }
        };
    }

    private VoiceNote inTurn(IncomingMessage message, Content.Audio audio, Instant deadline) {
        if (!enter(limits.left(deadline))) {
            return new Unheard(Reason.SURPLUS);
        }
        try {
            return transcribed(message, audio, deadline);
        } finally {
            atOnce.release();
        }
    }

    private boolean enter(Duration patience) {
        try {
            return atOnce.tryAcquire(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this
            return false;
        }
    }

    private VoiceNote transcribed(IncomingMessage message, Content.Audio audio, Instant deadline) {
        Duration forFile = limits.left(deadline);
        if (!forFile.isPositive()) {
            return new Unheard(Reason.SURPLUS);
        }
        Fetched fetched = gateway.fetch(audio.mediaRef(), forFile.compareTo(FETCH) < 0 ? forFile : FETCH);
        Duration forText = limits.left(deadline);
        return switch (fetched) {
            case Fetched.File file when forText.isPositive() -> bot.transcribe(message.id(), file, forText);
            case Fetched.File _ -> new Unheard(Reason.SURPLUS);
            case Fetched.Missing missing -> VoiceNote.without(missing);
        };
    }

    private static String outcome(VoiceNote note) {
        return switch (note) {
            case Heard _ -> "heard";
            case Unheard(Reason reason) ->
                reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
