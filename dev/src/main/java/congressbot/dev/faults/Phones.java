package congressbot.dev.faults;

import congressbot.dev.bridge.FakeBridge.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The phones of all people: what arrived there, and how long those waited who were waiting when something broke.
final class Phones {
    private final Map<String, BlockingQueue<Sent>> unread = new ConcurrentHashMap<>();
    private final Queue<Sent> arrived = new ConcurrentLinkedQueue<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final List<Struck> strikes = new CopyOnWriteArrayList<>();
    private final Queue<Recovery> recoveries = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final Queue<Duration> calm = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> troubled = new ConcurrentLinkedQueue<>();

    /// Somebody who waited when something broke was answered.
    ///
    /// @param strike from 0
    record Recovery(int strike, Duration took) {}

    /// Who waited at the moment of a strike, and still does.
    private record Struck(long at, Set<String> waiting) {}

    void arrived(Sent sent) {
        arrived.add(sent);
        waiting.remove(sent.phone());
        long now = System.nanoTime();
        Long asked = since.remove(sent.phone());
        if (asked != null) {
            (strikes.isEmpty() ? calm : troubled).add(Duration.ofNanos(now - asked));
        }
        for (int i = 0; i < strikes.size(); i++) {
            Struck struck = strikes.get(i);
            if (struck.waiting().remove(sent.phone())) {
                recoveries.add(new Recovery(i, Duration.ofNanos(now - struck.at())));
            }
        }
        of(sent.phone()).add(sent);
    }

    /// From now on its owner waits for an answer.
    void waits(String phone) {
        waiting.add(phone);
        since.put(phone, System.nanoTime());
    }

    /// Forgets what was not read.
    void read(String phone) {
        of(phone).clear();
    }

    /// Waits for something that was not read yet.
    ///
    /// @return whether it came in time
    boolean answered(String phone, Duration atMost) throws InterruptedException {
        return of(phone).poll(atMost.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    /// Something breaks now.
    void struck() {
        Set<String> now = ConcurrentHashMap.newKeySet();
        now.addAll(waiting);
        strikes.add(new Struck(System.nanoTime(), now));
    }

    /// From each strike to the first answer of each who waited then.
    List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }

    /// How long people waited for an answer, before the first strike.
    List<Duration> calm() {
        return List.copyOf(calm);
    }

    /// The same, after it.
    List<Duration> troubled() {
        return List.copyOf(troubled);
    }

    /// What arrived at one phone.
    long arrivedAt(String phone) {
        return arrived.stream().filter(sent -> sent.phone().equals(phone)).count();
    }

    List<Sent> arrived() {
        return List.copyOf(arrived);
    }

    /// Begins anew.
    void clear() {
        unread.clear();
        arrived.clear();
        waiting.clear();
        strikes.clear();
        recoveries.clear();
        since.clear();
        calm.clear();
        troubled.clear();
    }

    private BlockingQueue<Sent> of(String phone) {
        return unread.computeIfAbsent(phone, _ -> new LinkedBlockingQueue<>());
    }
}
