package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import redis.clients.jedis.UnifiedJedis;

/// Some gateways and a person who takes over, who do everything with a few replies in a random order: reserve, ask
/// again, fall silent, give back, record, record twice, withdraw. After every step the answer is compared with what
/// the simplest model of one reply says.
final class ReplyWalk {
    private static final Duration INFLIGHT = Duration.ofMinutes(10); // ends when a step says so
    private static final Duration KEPT = Duration.ofHours(24);
    private static final List<String> KEYS = List.of("r:1", "r:2", "r:3");
    private static final int TOLD_STEPS = 15;

    /// What is true of one reply.
    private static final class Reply {
        Optional<String> holder = Optional.empty();

        /// Who began first and never told how it ended.
        Optional<String> first = Optional.empty();

        /// When the first one began, as Redis told somebody.
        Optional<Instant> firstAt = Optional.empty();

        Optional<String> sentAs = Optional.empty();
        final List<String> nonces = new ArrayList<>();
    }

    private final Random random;
    private final long seed;
    private final UnifiedJedis redis;
    private final ConversationQueue queue;
    private final Map<String, Reply> replies = new HashMap<>();
    private final Deque<String> told = new ArrayDeque<>();
    private int last;
    private int facts;

    ReplyWalk(long seed, UnifiedJedis redis, ConversationQueue queue) {
        this.seed = seed;
        this.random = new Random(seed);
        this.redis = redis;
        this.queue = queue;
    }

    /// @throws AssertionError at the first violation, with the seed and the last steps
    void run(int steps) {
        for (int done = 0; done < steps; done++) {
            try {
                step(KEYS.get(random.nextInt(KEYS.size())));
                assertThat(queue.facts(1_000)).as("facts").hasSize(facts);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, step %d: %s%n%s".formatted(seed, done, e.getMessage(), told), e);
            }
        }
    }

    private void step(String key) {
        Reply reply = replies.computeIfAbsent(key, _ -> new Reply());
        int dice = random.nextInt(100);
        if (dice < 35) {
            reserve(key, reply, fresh(reply));
        } else if (dice < 50) {
            reserve(key, reply, known(reply));
        } else if (dice < 65) {
            reservationEnds(key, reply);
        } else if (dice < 80) {
            release(key, reply, known(reply));
        } else if (dice < 90) {
            record(key, reply);
        } else if (dice < 95) {
            withdraw(key, reply);
        } else {
            forget(key, reply);
        }
    }

    private void reserve(String key, Reply reply, String nonce) {
        tell("reserve " + key + " " + nonce);
        Reservation got = queue.reserve(key, nonce, INFLIGHT);
        if (reply.sentAs.isPresent()) {
            assertThat(got).isEqualTo(new Reservation.AlreadySent(reply.sentAs.get()));
        } else if (reply.holder.filter(holder -> !holder.equals(nonce)).isPresent()) {
            assertThat(got).isEqualTo(new Reservation.InFlight());
        } else {
            boolean firstOne = reply.first.isEmpty() || reply.first.get().equals(nonce);
            assertThat(got).isInstanceOf(Reservation.Go.class);
            Optional<Instant> triedAt = ((Reservation.Go) got).triedAt();
            assertThat(triedAt.isEmpty()).as("the first one").isEqualTo(firstOne);
            if (reply.firstAt.isPresent() && !firstOne) {
                assertThat(triedAt).as("since when").isEqualTo(reply.firstAt);
            }
            reply.firstAt = triedAt.or(() -> reply.firstAt);
            reply.first = reply.first.or(() -> Optional.of(nonce));
            reply.holder = Optional.of(nonce);
        }
    }

    private void reservationEnds(String key, Reply reply) {
        if (reply.holder.isPresent()) {
            tell("the reservation ends of " + key);
            redis.del("sent:" + key);
            reply.holder = Optional.empty();
        }
    }

    private void release(String key, Reply reply, String nonce) {
        tell("release " + key + " " + nonce);
        boolean holds = reply.holder.filter(nonce::equals).isPresent();
        assertThat(queue.release(key, nonce)).as("released").isEqualTo(holds);
        if (holds) {
            reply.holder = Optional.empty();
            if (reply.first.filter(nonce::equals).isPresent()) {
                reply.first = Optional.empty();
                reply.firstAt = Optional.empty();
            }
        }
    }

    private void record(String key, Reply reply) {
        String messageId = "W" + ++last;
        tell("sent " + key + " as " + messageId);
        boolean news = reply.sentAs.isEmpty();
        assertThat(queue.sent(key, messageId, "{}")).as("recorded").isEqualTo(news);
        if (news) {
            facts++;
            reply.sentAs = Optional.of(messageId);
            reply.holder = Optional.empty();
            reply.first = Optional.empty();
            reply.firstAt = Optional.empty();
        }
    }

    private void withdraw(String key, Reply reply) {
        tell("withdraw " + key);
        Withdrawal got = queue.withdraw(key, KEPT);
        if (reply.holder.isPresent()) {
            assertThat(got).isEqualTo(new Withdrawal.InFlight());
        } else if (reply.sentAs
                .filter(id -> !id.equals(ConversationQueue.WITHDRAWN))
                .isPresent()) {
            assertThat(got).isEqualTo(new Withdrawal.AlreadySent(reply.sentAs.get()));
        } else {
            assertThat(got).isEqualTo(new Withdrawal.Withdrawn());
            reply.sentAs = Optional.of(ConversationQueue.WITHDRAWN);
        }
    }

    /// A day goes by: the key is a new one.
    private void forget(String key, Reply reply) {
        if (reply.sentAs.isPresent()) {
            tell("forget " + key);
            redis.del("sent:" + key, "tried:" + key);
            queue.drained(queue.facts(1_000));
            facts = 0;
            replies.remove(key);
        }
    }

    private String fresh(Reply reply) {
        String nonce = "n" + ++last;
        reply.nonces.add(nonce);
        return nonce;
    }

    private String known(Reply reply) {
        return reply.nonces.isEmpty() ? fresh(reply) : reply.nonces.get(random.nextInt(reply.nonces.size()));
    }

    private void tell(String step) {
        told.addLast(step + "\n");
        if (told.size() > TOLD_STEPS) {
            told.removeFirst();
        }
    }
}
