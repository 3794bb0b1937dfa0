package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the queue must do, said as simply as possible: a map of queues and of owners. It knows nothing of Redis.
final class QueueModel {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    /// Who owns a conversation. Overdue: the lease ended, and nobody has looked since.
    private record Owner(Claim claim, boolean overdue) {}

    private final int maxBatch;
    private final Map<String, Deque<String>> unfinished = new TreeMap<>();
    private final Map<String, List<String>> accepted = new TreeMap<>();
    private final Map<String, List<String>> finished = new TreeMap<>();
    private final Map<String, Owner> owners = new TreeMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    QueueModel(int maxBatch) {
        this.maxBatch = maxBatch;
    }

    /// A message that was accepted before changes nothing.
    void accept(String conversation, String id) {
        if (known.add(id)) {
            queueOf(conversation).add(id);
            accepted.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(id);
        }
    }

    int unfinished() {
        return unfinished.values().stream().mapToInt(Deque::size).sum();
    }

    boolean owns(Claim claim) {
        Owner owner = owners.get(claim.conversation());
        return owner != null && owner.claim().id().equals(claim.id());
    }

    List<Claim> owned() {
        return owners.values().stream().map(Owner::claim).toList();
    }

    void leaseEnds(Claim claim) {
        owners.put(claim.conversation(), new Owner(claim, true));
    }

    void renew(Claim claim) {
        owners.put(claim.conversation(), new Owner(claim, false));
    }

    /// Whoever asks for work takes the conversations of silent owners back first.
    void someoneAsks() {
        owners.values().removeIf(Owner::overdue);
    }

    /// A new claim: the next unfinished messages, of a conversation that nobody owns.
    void claim(Claim claim) {
        String head = head(claim);
        assertThat(owners).as("one owner").doesNotContainKey(claim.conversation());
        assertThat(claim.attempt()).as("attempt").isEqualTo(attempts.merge(head, 1, Integer::sum));
        assertNextMessages(claim);
        owners.put(claim.conversation(), new Owner(claim, false));
    }

    /// The answer of `lost` did not arrive; asked again, the same claim comes, perhaps with messages that arrived
    /// since.
    void claimAgain(Claim lost, Claim claim) {
        assertThat(claim.id()).isEqualTo(lost.id());
        assertThat(claim.conversation()).as("found again").isEqualTo(lost.conversation());
        assertThat(claim.attempt()).as("attempt of the found claim").isEqualTo(attempts.get(head(lost)));
        assertNextMessages(claim);
        owners.put(claim.conversation(), new Owner(claim, false));
    }

    void finish(Claim claim, List<String> ids) {
        for (String id : ids) {
            assertThat(queueOf(claim.conversation()).poll()).isEqualTo(id);
            finished.computeIfAbsent(claim.conversation(), _ -> new ArrayList<>())
                    .add(id);
            attempts.remove(id);
        }
        owners.remove(claim.conversation());
    }

    void park(Claim claim, Blame blame) {
        if (blame == Blame.NEIGHBOUR) {
            attempts.merge(head(claim), -1, Integer::sum);
        }
        owners.remove(claim.conversation());
    }

    void assertAllFinishedOnceInOrder() {
        assertThat(finished).isEqualTo(accepted);
    }

    private Deque<String> queueOf(String conversation) {
        return unfinished.computeIfAbsent(conversation, _ -> new ArrayDeque<>());
    }

    private void assertNextMessages(Claim claim) {
        List<String> ids = ids(claim);
        int allowed = claim.attempt() > 1 ? 1 : maxBatch;
        assertThat(ids).as("size of the batch").hasSizeBetween(1, allowed);
        assertThat(ids)
                .as("the next unfinished messages of " + claim.conversation())
                .isEqualTo(
                        queueOf(claim.conversation()).stream().limit(ids.size()).toList());
    }

    private static String head(Claim claim) {
        return ids(claim).getFirst();
    }

    static List<String> ids(Claim claim) {
        return claim.envelopes().stream().map(QueueModel::id).toList();
    }

    private static String id(String envelope) {
        Matcher matcher = ID.matcher(envelope);
        if (!matcher.find()) {
            throw new AssertionError("no id in " + envelope);
        }
        return matcher.group(1);
    }
}
