package congressbot.dev.faults;

import congressbot.dev.bridge.FakeBridge.Written;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What people wrote, and what went wrong for them.
///
/// @param accepted what the gateway answered with 200, each message once, in the order of each person
/// @param poisonous ids of the messages that do harm
/// @param flooding phones from which so much came that not all of it is answered
/// @param unprocessed messages that waited when Redis was wiped, whenever that was
/// @param forgotten how often the queue was made to forget a message
record Story(
        List<Written> accepted,
        List<String> problems,
        Set<String> poisonous,
        Set<String> flooding,
        int unprocessed,
        int forgotten) {
    Story {
        accepted = List.copyOf(accepted);
        problems = List.copyOf(problems);
        poisonous = Set.copyOf(poisonous);
        flooding = Set.copyOf(flooding);
    }

    /// While it is told.
    static final class Notes {
        private final ConcurrentLinkedQueue<Written> accepted = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
        private final Set<String> poisonous = ConcurrentHashMap.newKeySet();
        private final Set<String> flooding = ConcurrentHashMap.newKeySet();
        private final Set<String> unprocessed = ConcurrentHashMap.newKeySet();
        private final AtomicInteger forgotten = new AtomicInteger();

        void accept(Written message) {
            accepted.add(message);
        }

        void complain(String problem) {
            problems.add(problem);
        }

        void poison(Written message) {
            poisonous.add(message.id());
        }

        void flood(String phone) {
            flooding.add(phone);
        }

        void wipe(Collection<String> waiting) {
            unprocessed.addAll(waiting);
        }

        void forget(boolean known) {
            forgotten.addAndGet(known ? 1 : 0);
        }

        /// So far.
        List<String> acceptedIds() {
            return accepted.stream().map(Written::id).toList();
        }

        Story whole() {
            return new Story(
                    List.copyOf(accepted),
                    List.copyOf(problems),
                    poisonous,
                    flooding,
                    unprocessed.size(),
                    forgotten.get());
        }
    }
}
