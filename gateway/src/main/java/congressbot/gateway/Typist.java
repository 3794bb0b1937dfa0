package congressbot.gateway;

import congressbot.gateway.memory.Recent;
import congressbot.gateway.pacing.TypingTime;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Lets a reply come when somebody could have typed it, where the person sees "typing…". A courtesy
/// that nothing depends on: while many wait already, the others do not.
final class Typist {
    /// Sends that wait at the same time: less than half of what a worker has in hand, so that waiting
    /// never becomes the bottleneck.
    private static final int AT_ONCE = 24;

    /// Chats in which we type.
    private static final int REMEMBERED = 10_000;

    private final Map<Chat, Instant> typing = new Recent<>(REMEMBERED);

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final TypingTime speed;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Consumer<Duration> pause;

    /// @param pause waits
    Typist(TypingTime speed, InstantSource time, RandomGenerator random, Consumer<Duration> pause) {
        this.speed = speed;
        this.time = time;
        this.random = random;
        this.pause = pause;
    }

    private record Chat(ChannelName channel, String account, String address) {}

    /// The person who wrote this sees "typing…" from now on.
    void begin(IncomingMessage message) {
        Chat chat = new Chat(message.channel(), message.account(), message.replyTo());
        synchronized (typing) {
            typing.putIfAbsent(chat, time.instant());
        }
    }

    /// Returns when the reply may come. It ends the "typing…".
    void type(OutgoingMessage reply) {
        Duration left = begun(reply)
                .map(since -> Duration.between(since, time.instant()))
                .map(shown -> speed.left(reply.text(), random.nextDouble(), shown))
                .orElse(Duration.ZERO);
        if (left.isPositive() && room.tryAcquire()) {
            try {
                pause.accept(left);
            } finally {
                room.release();
            }
        }
    }

    private Optional<Instant> begun(OutgoingMessage reply) {
        synchronized (typing) {
            return Optional.ofNullable(typing.remove(new Chat(reply.channel(), reply.account(), reply.replyTo())));
        }
    }
}
