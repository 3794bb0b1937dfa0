package congressbot.bot.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.mail.Mail;
import congressbot.bot.mail.MailResult;
import congressbot.bot.mail.Mailer;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.gateway.Sending;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.queue.ConversationQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the worker did not, and all mails. Safe to run in several processes: each row is taken by one, and a key
/// is sent once by the gateway whoever asks.
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final String COUNTER = "congressbot.bot.relayed";

    /// Rows taken at once: few, so that one process does not sit on many while it waits for a slow neighbour.
    private static final int BATCH = 10;

    /// A reply that is older answers a question that nobody remembers.
    private static final Duration REPLY_KEPT = Duration.ofHours(24);

    /// An answer that was found later is still one, however long WhatsApp lets us write to nobody new.
    private static final Duration PROACTIVE_KEPT = Duration.ofDays(7);

    private static final Duration MAIL_KEPT = Duration.ofDays(7);

    private final Outbox outbox;
    private final GatewayClient gateway;
    private final Optional<Mailer> mailer;
    private final MeterRegistry metrics;
    private final InstantSource time;

    /// @param mailer empty when mail is off: mails wait until it is configured
    public Relay(
            Outbox outbox, GatewayClient gateway, Optional<Mailer> mailer, MeterRegistry metrics, InstantSource time) {
        this.outbox = outbox;
        this.gateway = gateway;
        this.mailer = mailer;
        this.metrics = metrics;
        this.time = time;
    }

    /// Sends the replies whose time has come.
    ///
    /// @return whether there may be more
    public boolean sendReplies() {
        Instant now = time.instant();
        giveUp("reply", now.minus(REPLY_KEPT), now);
        List<Outbox.Due> due = outbox.takeReplies(now, BATCH);
        due.forEach(row -> attempt("reply", row, this::sendReply));
        return due.size() == BATCH;
    }

    /// Sends the mails whose time has come.
    ///
    /// @return whether there may be more
    public boolean sendMails() {
        if (mailer.isEmpty()) {
            return false;
        }
        Instant now = time.instant();
        giveUp("mail", now.minus(MAIL_KEPT), now);
        List<Outbox.Due> due = outbox.takeMails(now, BATCH);
        due.forEach(row -> attempt("mail", row, mail -> sendMail(mailer.get(), mail)));
        return due.size() == BATCH;
    }

    private void giveUp(String kind, Instant before, Instant now) {
        int cancelled = outbox.cancelOlder(kind, before, now.minus(PROACTIVE_KEPT), now);
        if (cancelled > 0) {
            metrics.counter(COUNTER, "kind", kind, "result", "given-up").increment(cancelled);
            LOG.atError()
                    .addKeyValue("kind", kind)
                    .addKeyValue("rows", cancelled)
                    .log("given up: nobody took them in time");
        }
    }

    /// One row; whatever fails there does not stop the others, and its next attempt is planned already.
    private void attempt(String kind, Outbox.Due row, Function<Outbox.Due, String> send) {
        try (var _ = RequestId.enter(RequestId.fresh())) {
            note(kind, row, send.apply(row));
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("kind", kind)
                    .addKeyValue("row", row.id())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("an outbox row cannot be sent, trying again later");
        }
    }

    /// @return the result as a word
    private String sendReply(Outbox.Due row) {
        return switch (gateway.send(row.key(), read(row, OutgoingMessage.class))) {
            case Sending.Sent(String id)
            when id.equals(ConversationQueue.WITHDRAWN) -> finish(row, Outbox.Status.CANCELLED, Optional.empty());
            case Sending.Sent(String id) -> finish(row, Outbox.Status.SENT, Optional.of(id));
            case Sending.Refused() -> finish(row, Outbox.Status.REFUSED, Optional.empty());
            // The worker may have met the same before: this was the one deliberate repeat.
            case Sending.Unknown() -> finish(row, Outbox.Status.UNKNOWN, Optional.empty());
            case Sending.TryLater(Duration pause) -> {
                outbox.postpone(row.id(), time.instant().plus(pause));
                yield "try-later";
            }
            case Sending.InFlight() -> "in-flight";
            case Sending.NoAnswer _ -> "no-answer";
        };
    }

    /// @return the result as a word
    private String sendMail(Mailer how, Outbox.Due row) {
        return switch (how.send(read(row, Mail.class))) {
            case MailResult.Sent() -> finish(row, Outbox.Status.SENT, Optional.empty());
            case MailResult.Refused _ -> finish(row, Outbox.Status.REFUSED, Optional.empty());
            case MailResult.TryLater _ -> "try-later";
        };
    }

    private String finish(Outbox.Due row, Outbox.Status status, Optional<String> messageId) {
        outbox.finish(row.id(), status, messageId, time.instant());
        return status.name().toLowerCase(Locale.ROOT);
    }

    private void note(String kind, Outbox.Due row, String result) {
        metrics.counter(COUNTER, "kind", kind, "result", result).increment();
        LOG.atInfo()
                .addKeyValue("kind", kind)
                .addKeyValue("row", row.id())
                .addKeyValue("attempt", row.attempts())
                .addKeyValue("result", result)
                .log("relayed");
    }

    private static <T> T read(Outbox.Due row, Class<T> type) {
        try {
            return Json.read(row.body(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outbox row that this version cannot read", e);
        }
    }
}
