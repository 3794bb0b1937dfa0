package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/// One gateway and some workers that do everything in a random order: send again, lose answers and ask again, finish a
/// part, finish twice, finish what they lost, park, renew, fall silent. After every step the answer is compared with
/// the model, and the oracle looks at Redis.
final class RandomWalk {
    private static final List<String> CONVERSATIONS =
            IntStream.rangeClosed(1, 8).mapToObj(i -> "c" + i).toList();
    private static final Duration LEASE = Duration.ofSeconds(30); // ends when a step says so, see keepAlive

    private static final int KEEP_ALIVE_STEPS = 1_000;
    private static final int MAX_WAITING = 100;
    private static final int REMEMBERED = 30;
    private static final int TOLD_STEPS = 15;
    private static final int DRAIN_STEPS = 10_000;

    /// A call whose answer did not arrive, to be repeated later.
    ///
    /// @param got the claim that Redis gave, unknown to the worker
    /// @param completing what the call completed, if it was not a plain claim
    private record Lost(ClaimId id, Optional<Claim> got, Optional<Completing> completing) {}

    private record Completing(Claim claim, List<String> ids) {}

    private record Sent(String conversation, String id) {}

    private final long seed;
    private final Random random;
    private final UnifiedJedis redis;
    private final ConversationQueue queue;
    private final Oracle oracle;
    private final QueueModel model;

    /// Claims that a worker knows of, its own or lost.
    private final List<Claim> held = new ArrayList<>();

    private final Deque<Claim> stale = new ArrayDeque<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<String> told = new ArrayDeque<>();
    private int lastId;
    private long waiting;

    RandomWalk(long seed, UnifiedJedis redis, int maxBatch, Duration settle, UnaryOperator<String> sources) {
        this.seed = seed;
        this.random = new Random(seed);
        this.redis = redis;
        this.queue = new ConversationQueue(redis, new QueueLimits(MAX_WAITING, LEASE, maxBatch, settle), sources);
        this.oracle = new Oracle(redis);
        this.model = new QueueModel(maxBatch);
    }

    /// @throws AssertionError at the first violation, with the seed and the last steps
    void run(int steps) {
        int done = 0;
        try {
            for (; done < steps; done++) {
                if (done % KEEP_ALIVE_STEPS == 0) {
                    keepAlive();
                }
                step();
                check();
            }
            drain();
        } catch (AssertionError e) {
            throw new AssertionError("seed %d, step %d: %s%n%s".formatted(seed, done, e.getMessage(), told), e);
        }
    }

    /// So that no lease ends by itself on a slow machine.
    private void keepAlive() {
        List<Claim> owned = model.owned();
        assertThat(queue.renew(owned)).isEmpty();
        owned.forEach(model::renew);
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 28) {
            enqueue();
        } else if (dice < 48) {
            claim();
        } else if (dice < 55) {
            repeatLost();
        } else if (dice < 77) {
            completeHeld();
        } else if (dice < 82) {
            completeStale();
        } else if (dice < 88) {
            park();
        } else if (dice < 92) {
            renew();
        } else if (dice < 95) {
            endLease();
        } else {
            endPauses();
        }
    }

    private void check() {
        Oracle.Look look = oracle.look();
        if (!look.violations().isEmpty()) {
            throw new AssertionError(look.violations().toString());
        }
        waiting = look.waiting();
        assertThat(waiting).as("no message is lost").isGreaterThanOrEqualTo(model.unfinished());
    }

    private void enqueue() {
        List<Sent> messages = new ArrayList<>();
        List<String> envelopes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Sent message = !sent.isEmpty() && chance(15) ? pick(sent) : fresh();
            messages.add(message);
            envelopes.add("{\"id\":\"%s\",\"conversation\":\"%s\"}".formatted(message.id(), message.conversation()));
        }
        if (chance(3)) {
            envelopes.add("no envelope");
        }
        tell("enqueue " + messages);
        Enqueued enqueued = queue.enqueue(envelopes);
        assertThat(enqueued).isEqualTo(waiting >= MAX_WAITING ? Enqueued.BUSY : Enqueued.ACCEPTED);
        if (enqueued == Enqueued.ACCEPTED) {
            messages.forEach(this::accepted);
        }
    }

    private Sent fresh() {
        return new Sent(pick(CONVERSATIONS), "m" + ++lastId);
    }

    private void accepted(Sent message) {
        model.accept(message.conversation(), message.id());
        sent.add(message);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
    }

    private void claim() {
        ClaimId id = ClaimId.fresh();
        boolean neverArrived = chance(10); // asked again, though Redis never saw the first call
        Optional<Claim> got = switch (queue.claim(id, neverArrived)) {
            case Claim claim -> Optional.of(claim);
            case Claimed.Idle _ -> Optional.empty();
        };
        tell("claim " + got);
        takenNew(got);
        if (chance(20)) {
            tell("its answer is lost");
            lost.add(new Lost(id, got, Optional.empty()));
        } else {
            got.ifPresent(held::add);
        }
    }

    private void takenNew(Optional<Claim> got) {
        model.someoneAsks();
        got.ifPresent(model::claim);
    }

    private void repeatLost() {
        if (lost.isEmpty()) {
            return;
        }
        Lost call = lost.remove(random.nextInt(lost.size()));
        Optional<Claim> got = call.completing().isPresent() ? completeAgain(call) : claimAgain(call);
        tell("again " + call + " got " + got);
        model.someoneAsks();
        if (call.got().filter(model::owns).isPresent()) {
            assertThat(got).as("the lost claim").isPresent();
            model.claimAgain(call.got().get(), got.get());
        } else {
            got.ifPresent(model::claim);
        }
        got.ifPresent(held::add);
    }

    private Optional<Claim> claimAgain(Lost call) {
        return switch (queue.claim(call.id(), true)) {
            case Claim claim -> Optional.of(claim);
            case Claimed.Idle _ -> Optional.empty();
        };
    }

    private Optional<Claim> completeAgain(Lost call) {
        Completing completing = call.completing().orElseThrow();
        Completed completed = queue.complete(completing.claim(), completing.ids(), Optional.of(call.id()), true);
        assertThat(completed.removed()).as("removed by a repetition").isZero();
        return completed.next();
    }

    private void completeHeld() {
        if (!held.isEmpty()) {
            complete(held.remove(random.nextInt(held.size())));
        }
    }

    private void completeStale() {
        if (!stale.isEmpty()) {
            complete(pick(List.copyOf(stale)));
        }
    }

    private void complete(Claim claim) {
        List<String> ids = QueueModel.ids(claim);
        List<String> part = chance(60) ? ids : ids.subList(0, random.nextInt(ids.size() + 1));
        Optional<ClaimId> next = chance(60) ? Optional.of(ClaimId.fresh()) : Optional.empty();
        boolean owner = model.owns(claim);
        Completed completed = queue.complete(claim, part, next, false);
        tell("complete %s of %s (owner: %s) got %s".formatted(part, claim, owner, completed));
        assertThat(completed.removed()).as("removed").isEqualTo(owner ? part.size() : 0);
        if (owner) {
            model.finish(claim, part);
        }
        gaveBack(claim);
        if (next.isEmpty()) {
            assertThat(completed.next()).as("no claim was asked for").isEmpty();
            return;
        }
        takenNew(completed.next());
        if (chance(15)) {
            tell("its answer is lost");
            lost.add(new Lost(next.get(), completed.next(), Optional.of(new Completing(claim, part))));
        } else {
            completed.next().ifPresent(held::add);
        }
    }

    private void park() {
        List<Claim> any = new ArrayList<>(held);
        any.addAll(stale);
        if (any.isEmpty()) {
            return;
        }
        Claim claim = pick(any);
        Duration pause = chance(50) ? Duration.ZERO : Duration.ofHours(1);
        Blame blame = chance(50) ? Blame.MESSAGE : Blame.NEIGHBOUR;
        boolean owner = model.owns(claim);
        tell("park %s for %s, %s is to blame (owner: %s)".formatted(claim, pause, blame, owner));
        assertThat(queue.park(claim, pause, blame)).as("parked").isEqualTo(owner);
        if (owner) {
            model.park(claim, blame);
        }
        held.remove(claim);
        gaveBack(claim);
    }

    private void renew() {
        List<Claim> claims = new ArrayList<>(held);
        claims.addAll(stale);
        Set<ClaimId> expected = new HashSet<>();
        for (Claim claim : claims) {
            if (model.owns(claim)) {
                model.renew(claim);
            } else {
                expected.add(claim.id());
            }
        }
        tell("renew all");
        assertThat(queue.renew(claims)).as("lost claims").isEqualTo(expected);
    }

    private void endLease() {
        List<Claim> owned = model.owned();
        if (owned.isEmpty()) {
            return;
        }
        Claim claim = pick(owned);
        tell("the lease ends of " + claim);
        redis.zadd(
                "conv:active", 1, claim.conversation(), ZAddParams.zAddParams().xx());
        model.leaseEnds(claim);
    }

    private void endPauses() {
        tell("all pauses end");
        for (String conversation : redis.zrange("conv:due", 0, -1)) {
            redis.zadd("conv:due", 1, conversation, ZAddParams.zAddParams().xx());
        }
    }

    /// All workers die, and one that does everything right empties the queue.
    private void drain() {
        lost.clear();
        held.clear();
        for (int i = 0; i < DRAIN_STEPS && waiting > 0; i++) {
            model.owned().forEach(claim -> {
                redis.zadd("conv:active", 1, claim.conversation());
                model.leaseEnds(claim);
            });
            endPauses();
            if (queue.claim(ClaimId.fresh(), false) instanceof Claim claim) {
                takenNew(Optional.of(claim));
                List<String> ids = QueueModel.ids(claim);
                assertThat(queue.complete(claim, ids, Optional.empty(), false).removed())
                        .isEqualTo(ids.size());
                model.finish(claim, ids);
            } else {
                model.someoneAsks();
            }
            check();
        }
        assertThat(waiting).as("waiting at the end").isZero();
        model.assertAllFinishedOnceInOrder();
        assertThat(redis.keys("conv:*")).containsExactly("conv:waiting");
        assertThat(redis.keys("lock:*")).isEmpty();
        assertThat(redis.keys("attempt:*")).isEmpty();
    }

    private void gaveBack(Claim claim) {
        stale.remove(claim);
        stale.addLast(claim);
        if (stale.size() > REMEMBERED) {
            stale.removeFirst();
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void tell(String step) {
        told.addLast(step + "\n");
        if (told.size() > TOLD_STEPS) {
            told.removeFirst();
        }
    }
}
