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
/// @param registering phones of those who all write the same, but for their names
/// @param poisonous ids of the messages that do harm
/// @param flooding phones from which so much came that not all of it is answered
/// @param unprocessed messages that waited when Redis was wiped, whenever that was
/// @param unnoted replies of which PostgreSQL did not know that they were sent when Redis was wiped, whenever that was
/// @param unmarked replies that a gateway had begun to send when it died, without a mark that they were sent
/// @param withheld replies that the bridge has taken while its answers were kept from the gateway, at most
/// @param forgotten how often the queue was made to forget a message
record Story(
        List<Written> accepted,
        List<String> problems,
        Set<String> registering,
        Set<String> poisonous,
        Set<String> flooding,
        int unprocessed,
        int unnoted,
        int unmarked,
        int withheld,
        int forgotten) {
    Story {
        accepted = List.copyOf(accepted);
        problems = List.copyOf(problems);
        registering = Set.copyOf(registering);
        poisonous = Set.copyOf(poisonous);
        flooding = Set.copyOf(flooding);
    }

    /// While it is told.
    static final class Notes {
        private final ConcurrentLinkedQueue<Written> accepted = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
        private final Set<String> registering = ConcurrentHashMap.newKeySet();
        private final Set<String> poisonous = ConcurrentHashMap.newKeySet();
        private final Set<String> flooding = ConcurrentHashMap.newKeySet();
        private final Set<String> unprocessed = ConcurrentHashMap.newKeySet();
        private final AtomicInteger unnoted = new AtomicInteger();
        private final AtomicInteger unmarked = new AtomicInteger();
        private final AtomicInteger withheld = new AtomicInteger();
        private final AtomicInteger forgotten = new AtomicInteger();

        void accept(Written message) {
            accepted.add(message);
        }

        void complain(String problem) {
            problems.add(problem);
        }

        void register(String phone) {
            registering.add(phone);
        }

        void poison(Written message) {
            poisonous.add(message.id());
            registering.remove(message.phone());
        }

        void flood(String phone) {
            flooding.add(phone);
        }

        void wipe(Collection<String> waiting, int unnotedReplies) {
            unprocessed.addAll(waiting);
            unnoted.addAndGet(unnotedReplies);
        }

        void leaveUnmarked(int replies) {
            unmarked.addAndGet(replies);
        }

        void withhold(long replies) {
            withheld.addAndGet(Math.toIntExact(replies));
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
                    registering,
                    poisonous,
                    flooding,
                    unprocessed.size(),
                    unnoted.get(),
                    unmarked.get(),
                    withheld.get(),
                    forgotten.get());
        }
    }
}
