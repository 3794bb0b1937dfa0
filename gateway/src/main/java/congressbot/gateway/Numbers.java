package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.memory.Recent;
import congressbot.wire.Json;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/// Knows the numbers behind hidden addresses, so that what a person writes waits in one conversation of the queue
/// under whichever of the two it comes. It only helps to keep the order: who is who, bot-api decides.
///
/// A message with both teaches it. Of a hidden address that was never seen with a number the bridge is asked, beside
/// the webhook; what it answers is reported, too.
final class Numbers implements AutoCloseable {
    /// People; those not heard of for the longest time are forgotten first, here and not in Redis.
    private static final int REMEMBERED = 10_000;

    /// A hint in Redis lives a week; so often it is renewed.
    private static final Duration RENEWED = Duration.ofDays(1);

    /// How long nobody is asked again for a number that nobody knows.
    private static final Duration UNKNOWN = Duration.ofMinutes(10);

    /// The webhook waits for it.
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /// Nobody waits for it.
    private static final Duration REPORT = Duration.ofSeconds(2);

    /// Questions to bridges at the same time: few, because replies need them more.
    private static final int AT_ONCE = 2;

    private final Map<ConversationId, Hint> hints = new Recent<>(REMEMBERED);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final PatientQueue queue;
    private final InstantSource time;

    Numbers(PatientQueue queue, InstantSource time) {
        this.queue = queue;
        this.time = time;
    }

    /// @param number empty where nobody knows it
    /// @param until when it is looked up again
    private record Hint(Optional<String> number, Instant until) {}

    /// The messages, each in the conversation of the number, where that is known.
    List<IncomingMessage> placed(List<IncomingMessage> messages) {
        return messages.stream().map(this::placed).toList();
    }

    /// Learns what messages that were accepted tell, and asks for what they do not. Returns at once.
    void learn(Bridge bridge, List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            Optional<String> number = alias(message, Jid::isPhone);
            alias(message, Jid::isHidden)
                    .map(hidden -> conversation(message, hidden))
                    .ifPresent(
                            hidden -> number.ifPresentOrElse(known -> seen(hidden, known), () -> ask(bridge, hidden)));
        }
    }

    /// Questions under way are given up.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private IncomingMessage placed(IncomingMessage message) {
        ConversationId conversation = message.conversation();
        boolean hidden = Jid.parse(conversation.contact()).filter(Jid::isHidden).isPresent();
        return hidden ? number(conversation).map(message::inConversationOf).orElse(message) : message;
    }

    private Optional<String> number(ConversationId hidden) {
        return fresh(hidden).map(Hint::number).orElseGet(() -> {
            Optional<String> known = queue.ask(PATIENCE, q -> q.number(hidden)).flatMap(number -> number);
            known.ifPresent(number -> keep(hidden, known, RENEWED));
            return known;
        });
    }

    /// Both stood in one message.
    private void seen(ConversationId hidden, String number) {
        if (fresh(hidden).flatMap(Hint::number).filter(number::equals).isEmpty()) {
            keep(hidden, Optional.of(number), RENEWED);
            threads.execute(() -> remember(hidden, number));
        }
    }

    private void ask(Bridge bridge, ConversationId hidden) {
        if (fresh(hidden).isEmpty() && room.tryAcquire()) {
            keep(hidden, Optional.empty(), UNKNOWN);
            threads.execute(() -> {
                try {
                    bridge.numberBehind(hidden.contact()).ifPresent(number -> told(hidden, number));
                } finally {
                    room.release();
                }
            });
        }
    }

    private void told(ConversationId hidden, String number) {
        keep(hidden, Optional.of(number), RENEWED);
        remember(hidden, number);
        String fact = Json.write(new GatewayFact.Linked(
                hidden.channel(), hidden.account(), List.of(number, hidden.contact()), time.instant()));
        queue.ask(REPORT, q -> q.report(fact));
    }

    private void remember(ConversationId hidden, String number) {
        queue.ask(REPORT, q -> {
            q.rememberNumber(hidden, number);
            return true;
        });
    }

    private Optional<Hint> fresh(ConversationId hidden) {
        Instant now = time.instant();
        synchronized (hints) {
            return Optional.ofNullable(hints.get(hidden))
                    .filter(hint -> hint.until().isAfter(now));
        }
    }

    private void keep(ConversationId hidden, Optional<String> number, Duration kept) {
        Hint hint = new Hint(number, time.instant().plus(kept));
        synchronized (hints) {
            hints.put(hidden, hint);
        }
    }

    private static Optional<String> alias(IncomingMessage message, Predicate<Jid> kind) {
        return message.aliases().stream()
                .flatMap(alias -> Jid.parse(alias).stream())
                .filter(kind)
                .map(Jid::canonical)
                .findFirst();
    }

    private static ConversationId conversation(IncomingMessage message, String contact) {
        return new ConversationId(message.channel(), message.account(), contact);
    }
}
