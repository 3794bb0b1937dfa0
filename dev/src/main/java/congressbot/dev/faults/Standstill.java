package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/// Lets a worker stand still with claims in hand: only then does it find them lost afterwards. Most of the time a
/// worker has none.
///
/// @param house where it works
/// @param phones which are told when it stands still for good
record Standstill(House house, Phones phones) {
    /// No turn of a trial takes so long.
    private static final Duration TURN = Duration.ofSeconds(1);

    private static final Duration BETWEEN = Duration.ofMillis(300);

    /// After that it stands still with what it has.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void of(ChildProcess worker, Duration time) throws IOException, InterruptedException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        try (UnifiedJedis redis = house.openRedis(1)) {
            Signal.STOP.send(worker.pid());
            while (!holds(redis) && System.nanoTime() < latest) {
                Signal.CONT.send(worker.pid());
                Pause.of(BETWEEN);
                Signal.STOP.send(worker.pid());
            }
            phones.struck();
            Pause.of(time);
        } finally {
            Signal.CONT.send(worker.pid());
        }
    }

    /// Whether a claim stays the same.
    private static boolean holds(UnifiedJedis redis) throws InterruptedException {
        Set<String> claims = claims(redis);
        Pause.of(TURN);
        claims.retainAll(claims(redis));
        return !claims.isEmpty();
    }

    private static Set<String> claims(UnifiedJedis redis) {
        return redis.keys("lock:jid:*").stream()
                .map(redis::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
