package congressbot.dev.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What was sent to the fake model: the latest requests, each cut.
final class Recorded {
    private static final int MOST = 20_000;
    private static final int LONGEST = 64 * 1024;

    private final Deque<String> bodies = new ArrayDeque<>();

    synchronized void add(String body) {
        if (bodies.size() == MOST) {
            bodies.removeFirst();
        }
        bodies.addLast(body.length() <= LONGEST ? body : body.substring(0, LONGEST));
    }

    synchronized List<String> all() {
        return List.copyOf(bodies);
    }

    synchronized void clear() {
        bodies.clear();
    }
}
