package congressbot.dev.simulator;

import congressbot.dev.bridge.Phone;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Work for each phone one after the other. What is held back begins when the next work of its phone
/// is done, that is: work that is queued after it.
final class Lanes {
    private final Map<Phone, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final Map<Phone, CompletableFuture<Void>> overtaken = new ConcurrentHashMap<>();
    private final Executor threads;

    Lanes(Executor threads) {
        this.threads = threads;
    }

    void queue(Phone phone, Runnable work) {
        Optional<CompletableFuture<Void>> waiting = Optional.ofNullable(overtaken.remove(phone));
        Runnable whole = () -> {
            try {
                work.run();
            } finally {
                waiting.ifPresent(signal -> signal.complete(null));
            }
        };
        last.compute(
                phone,
                (_, before) -> before == null
                        ? CompletableFuture.runAsync(whole, threads)
                        : before.handleAsync(
                                (_, _) -> {
                                    whole.run();
                                    return null;
                                },
                                threads));
    }

    /// @param atMost how long it waits for another one
    void holdBack(Phone phone, Duration atMost, Runnable work) {
        CompletableFuture<Void> signal = overtaken.computeIfAbsent(phone, _ -> new CompletableFuture<>());
        var _ = signal.completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .thenRunAsync(() -> queue(phone, work), threads);
    }
}
