package congressbot.dev.bench;

import congressbot.dev.bridge.FakeBridge.Sent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The phones of all people: when something arrived there.
final class Chats {
    private final Map<String, BlockingQueue<Long>> arrivals = new ConcurrentHashMap<>();

    /// Notes the moment.
    void arrived(Sent message) {
        of(message.phone()).add(System.nanoTime());
    }

    /// Waits for the next message that nobody waited for yet.
    ///
    /// @return when it arrived, by `System.nanoTime`; empty when the time is up
    Optional<Long> next(String phone, Duration atMost) throws InterruptedException {
        return Optional.ofNullable(of(phone).poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Phones to which more was sent than was waited for.
    Stream<String> withMoreThanExpected() {
        return arrivals.entrySet().stream()
                .filter(chat -> !chat.getValue().isEmpty())
                .map(Map.Entry::getKey);
    }

    private BlockingQueue<Long> of(String phone) {
        return arrivals.computeIfAbsent(phone, _ -> new LinkedBlockingQueue<>());
    }
}
