package congressbot.gateway;

import congressbot.gateway.Safekeeping.Kept;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.Session;
import congressbot.wire.Json;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches from one bridge what its webhooks may not have brought: they are repeated for seconds
/// only, and then lost.
///
/// A mark in Redis says until when everything certainly arrived. It moves every few seconds, while
/// the bridge is linked and nothing was refused. When it has stood still for longer than the bridge
/// repeats itself, because this process was away, or refused, or the bridge was, then what people
/// wrote since a little before the mark is asked for and goes the way of all messages, where what had
/// arrived is dropped as a repetition. Only then the mark moves on.
final class Recovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /// Before the mark: the last look at the bridge was earlier, and its clock may be behind.
    static final Duration MARGIN = Duration.ofMinutes(5);

    /// A message that is older is processed nowhere, and the inbox, which knows what was processed,
    /// reaches further.
    static final Duration OLDEST = Duration.ofDays(7);

    /// Messages put into the queue at once: of the longest so many fit into one request of the strict
    /// mode.
    private static final int BATCH = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /// Of the pause, until it is longer than the longest one.
    private static final int MOST_DOUBLINGS = 10;

    /// Tries for chats that the bridge does not give out, all others being fetched.
    private static final int TRIES_FOR_THE_REST = 5;

    private final SessionWatch watch;
    private final Arrivals arrivals;
    private final PatientQueue queue;
    private final Gateway.Clocks clocks;
    private final MeterRegistry metrics;

    /// As in Redis, where it was read.
    private volatile Optional<Mark> mark = Optional.empty();

    private volatile Optional<Thread> running = Optional.empty();

    /// What is in the queue already of a recovery that is not complete.
    private final Set<MessageId> fetched = new HashSet<>();

    private Instant nextTry = Instant.MIN;
    private int tries;

    Recovery(SessionWatch watch, Arrivals arrivals, PatientQueue queue, Gateway.Clocks clocks, MeterRegistry metrics) {
        this.watch = watch;
        this.arrivals = arrivals;
        this.queue = queue;
        this.clocks = clocks;
        this.metrics = metrics;
        metrics.gauge("congressbot.gateway.unheard.seconds", tags(), this, Recovery::unheardSeconds);
    }

    /// Until when everything arrived.
    ///
    /// @param key of the bridge and the number that is linked to it: what people wrote to another
    ///     number, before it was linked, is nobody's to answer
    private record Mark(String key, Instant until) {}

    /// Looks once.
    ///
    /// @return that there is nothing more to do at once
    boolean look() {
        Instant now = clocks.time().instant();
        boolean keptAll = arrivals.keptAll(watch.instance());
        watch.linked().filter(_ -> keptAll).map(this::key).ifPresent(key -> {
            if (mark.filter(known -> known.key().equals(key)).isEmpty()) {
                begin(key, now);
            }
            mark.ifPresent(known -> go(known, now));
        });
        return false;
    }

    /// What is under way is given up: the mark stays where it is, and the next process begins anew.
    @Override
    public void close() {
        running.ifPresent(Thread::interrupt);
    }

    private String key(Session linked) {
        return linked.number().map(number -> name() + ":" + number).orElse(name());
    }

    /// Without a mark the number is new here, or Redis is. What people wrote before is nobody's to
    /// answer.
    private void begin(String key, Instant now) {
        forget();
        Optional<Optional<Instant>> noted = queue.ask(clocks.times().redis(), q -> q.heardUntil(key));
        noted.ifPresent(until -> until.ifPresentOrElse(
                moment -> mark = Optional.of(new Mark(key, moment)), () -> moveTo(new Mark(key, now))));
    }

    private void go(Mark known, Instant now) {
        Mark next = new Mark(known.key(), now);
        if (Duration.between(known.until(), now).compareTo(clocks.times().harmless()) <= 0) {
            moveTo(next);
        } else if (!now.isBefore(nextTry) && queueAnswers(known)) {
            running = Optional.of(Thread.currentThread());
            try (RequestId.Scope _ = RequestId.enter(RequestId.fresh())) {
                recover(known.until(), next);
            } finally {
                running = Optional.empty();
            }
        }
    }

    /// Without it nothing that is fetched can be kept.
    private boolean queueAnswers(Mark known) {
        return queue.ask(clocks.times().redis(), q -> q.heardUntil(known.key())).isPresent();
    }

    private void recover(Instant until, Mark next) {
        Instant now = next.until();
        Instant oldest = now.minus(OLDEST);
        Instant since = until.minus(MARGIN).isAfter(oldest) ? until.minus(MARGIN) : oldest;
        LOG.atWarn()
                .addKeyValue("bridge", name())
                .addKeyValue("seconds", Duration.between(until, now).toSeconds())
                .log("webhooks may have been lost, asking for what people wrote");
        switch (watch.bridge().missedSince(since)) {
            case Missed.Messages missed -> take(missed, oldest, next);
            case Missed.NoHistory() -> {
                LOG.atWarn()
                        .addKeyValue("bridge", name())
                        .addKeyValue("since", since)
                        .log("the bridge keeps nothing: what people wrote and no webhook brought is lost");
                done("no_history", next);
            }
            case Missed.TryLater(String reason) -> later(reason, now);
        }
    }

    private void take(Missed.Messages missed, Instant oldest, Mark next) {
        List<IncomingMessage> messages = missed.messages().stream()
                .filter(message -> !message.sentAt().isBefore(oldest) && !fetched.contains(message.id()))
                .toList();
        Kept kept = keep(messages);
        if (kept != Kept.KEPT) {
            later("messages cannot be kept now", next.until());
            return;
        }
        LOG.atInfo()
                .addKeyValue("bridge", name())
                .addKeyValue("messages", messages.size())
                .log("what people wrote meanwhile is in the queue; what had arrived is dropped there");
        if (missed.unread().isEmpty()) {
            done("complete", next);
        } else if (tries + 1 < TRIES_FOR_THE_REST) {
            later("not given out: " + missed.unread(), next.until());
        } else {
            LOG.atError()
                    .addKeyValue("bridge", name())
                    .addKeyValue("chats", missed.unread())
                    .log("the bridge does not give out these chats: look there for what they wrote");
            done("incomplete", next);
        }
    }

    /// In their order, as far as there is room.
    private Kept keep(List<IncomingMessage> messages) {
        Bridge bridge = watch.bridge();
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<IncomingMessage> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
            byte[] raw = Json.write(batch).getBytes(StandardCharsets.UTF_8);
            Kept kept = arrivals.keep(bridge, new Intake.Messages(batch), raw);
            if (kept != Kept.KEPT) {
                return kept;
            }
            batch.forEach(message -> fetched.add(message.id()));
            metrics.counter("congressbot.gateway.recovered", tags()).increment(batch.size());
        }
        return Kept.KEPT;
    }

    private void later(String reason, Instant now) {
        Duration pause = clocks.times().recoveryPause().multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        tries++;
        nextTry = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        count("later");
        LOG.atWarn()
                .addKeyValue("bridge", name())
                .addKeyValue("reason", reason)
                .addKeyValue("next", nextTry)
                .log("what people wrote meanwhile is not fetched yet");
    }

    private void done(String outcome, Mark next) {
        forget();
        count(outcome);
        moveTo(next);
    }

    private void forget() {
        tries = 0;
        fetched.clear();
        nextTry = Instant.MIN;
    }

    private void moveTo(Mark next) {
        boolean noted = queue.ask(clocks.times().redis(), q -> {
                    q.heardUntil(next.key(), next.until());
                    return true;
                })
                .orElse(false);
        if (noted) {
            mark = Optional.of(next);
        }
    }

    private void count(String outcome) {
        metrics.counter("congressbot.gateway.recoveries", Tags.concat(tags(), "outcome", outcome))
                .increment();
    }

    private double unheardSeconds() {
        return mark.map(known -> (double)
                        Duration.between(known.until(), clocks.time().instant()).toSeconds())
                .orElse(Double.NaN);
    }

    private String name() {
        return watch.instance().path();
    }

    private Tags tags() {
        return Tags.of("bridge", name());
    }
}
