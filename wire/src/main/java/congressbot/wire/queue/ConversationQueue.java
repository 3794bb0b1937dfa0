package congressbot.wire.queue;

import congressbot.wire.message.ConversationId;
import congressbot.wire.queue.Scripts.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ListDirection;
import redis.clients.jedis.params.SetParams;

/// Both ends of the queue, and the sole owner of its Redis keys (the package explains them). Each operation is one
/// script: it happens whole or not at all, in one round trip.
///
/// Every method may fail with a `JedisException`. A `JedisDataException` says that Redis refused (out of memory,
/// loading) and nothing was written. A `JedisConnectionException` leaves open whether it happened: repeat the call,
/// with the same arguments and with `again` where there is one. Each method tells what a repetition does.
///
/// Safe for many threads. The waits are those of the client: take one from [RedisConnections].
public final class ConversationQueue {
    /// What stands in place of a channel's message id for a reply that was withdrawn: whoever asks to send it is told
    /// that it was sent, and by this.
    public static final String WITHDRAWN = "withdrawn";

    /// Longest blocking read of [#awaitWork]; the client's socket timeout has to be well above.
    public static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    /// Zero would wait for ever, and so does 1 ms in Redis 6.2, which rounds it down.
    private static final long SHORTEST_WAIT_MS = 5;

    /// Facts that bot-api has not read, above which reports are dropped; about 20 MB.
    static final int MAX_UNREAD_REPORTS = 100_000;

    /// How long replicas may take; below the wait of a webhook for the queue.
    private static final Duration COPYING = Duration.ofMillis(500);

    private static final String INGRESS = "whatsapp-messages";
    private static final String CONVERSATION = "conv:q:";
    private static final String UNDECODABLE = "whatsapp-messages:dead";
    private static final String FACTS = "gateway-events";
    private static final String WAITING = "conv:waiting";
    private static final String SENT = "sent:";
    private static final String TRIED = "tried:";
    private static final String HEARD = "gateway:heard:";
    private static final String NUMBER = "jid:number:";

    /// How long a mark is kept: beyond it nothing is fetched any more, because the inbox forgets what it holds.
    static final Duration HEARD_KEPT = Duration.ofDays(10);

    /// How long the number behind a hidden id is remembered after it was seen last.
    static final Duration NUMBER_KEPT = Duration.ofDays(7);

    private final UnifiedJedis redis;
    private final QueueLimits limits;
    private final Scripts scripts;
    private final OurNumbers numbers;
    private final int copies;

    public ConversationQueue(UnifiedJedis redis, QueueLimits limits) {
        this(redis, limits, Scripts::resource);
    }

    /// @param sources gives the Lua text of a file; a test may change it
    ConversationQueue(UnifiedJedis redis, QueueLimits limits, UnaryOperator<String> sources) {
        this(redis, limits, new Scripts(redis, sources), 0);
    }

    private ConversationQueue(UnifiedJedis redis, QueueLimits limits, Scripts scripts, int copies) {
        this.redis = redis;
        this.limits = limits;
        this.scripts = scripts;
        this.numbers = new OurNumbers(redis, scripts);
        this.copies = copies;
    }

    /// The same queue, in which messages are accepted when so many replicas have them, too.
    ///
    /// @param replicas 0 for none
    public ConversationQueue copying(int replicas) {
        return new ConversationQueue(redis, limits, scripts, replicas);
    }

    /// What is known of our own numbers.
    public OurNumbers numbers() {
        return numbers;
    }

    /// Accepts messages from the gateway, all or none: JSON of [congressbot.wire.message.IncomingMessage], of which
    /// the queue reads `id` and `conversation`. A repetition puts them in twice, and the second copy is dropped as
    /// soon as the first is finished. It fails at maxmemory.
    public Enqueued enqueue(List<String> envelopes) {
        return enqueue(envelopes, limits.maxWaiting(), false);
    }

    /// The same for messages that are stored elsewhere, too: they are refused from the moment that Redis lost its
    /// marker until those before them are back. So nothing newer overtakes.
    public Enqueued enqueueBehindMarker(List<String> envelopes) {
        return enqueue(envelopes, limits.maxWaiting(), true);
    }

    /// Whether so many messages are waiting that no new one would be accepted.
    public boolean isFull() {
        return waiting() >= limits.maxWaiting();
    }

    /// Puts messages back that Redis lost, oldest first. They were accepted before, so no limit stops them.
    public void bringBack(List<String> envelopes) {
        enqueue(envelopes, Integer.MAX_VALUE, false);
    }

    /// Puts those of these accepted messages back of which nothing is left in Redis, oldest first.
    ///
    /// @return how many; none while messages wait to be sorted, or at the limit
    public int rescue(List<String> envelopes) {
        return Math.toIntExact((Long) scripts.run(
                Operation.RESCUE, arguments(Stream.of(String.valueOf(limits.maxWaiting())), envelopes.stream())));
    }

    /// Whether a message of this conversation may wait or be in hand. While anything is to be sorted, nobody knows.
    ///
    /// @param conversation the queue's key
    public boolean mayHold(String conversation) {
        return redis.llen(INGRESS) > 0 || redis.exists(CONVERSATION + conversation); // in the order of their way
    }

    /// Takes the conversation that is ready longest.
    ///
    /// @param id a fresh one; the same one when the answer was lost
    /// @param again whether the answer to an earlier call with this id was lost: then the claim that it got is
    ///     found again, and the attempt is not counted twice
    public Claimed claim(ClaimId id, boolean again) {
        Object reply = scripts.run(
                Operation.CLAIM, id.value(), lease(), String.valueOf(limits.maxBatch()), settle(), flag(again));
        return reply instanceof List<?> claim ? claim(claim) : new Claimed.Idle(Duration.ofMillis((Long) reply));
    }

    /// Gives a claim back with its first messages finished, and takes the next one in the same round trip. What is
    /// not finished becomes ready again. For a lost claim nothing is changed, but the next one is taken.
    ///
    /// @param finishedIds ids of the first envelopes of the claim, in their order
    /// @param next a fresh id; empty = take no further claim
    /// @param again whether the answer to an earlier call with these arguments was lost: then nothing more is
    ///     removed, and the next claim is found again
    public Completed complete(Claim claim, List<String> finishedIds, Optional<ClaimId> next, boolean again) {
        Stream<String> head = Stream.of(
                claim.id().value(),
                claim.conversation(),
                next.map(ClaimId::value).orElse(""),
                lease(),
                String.valueOf(next.isPresent() ? limits.maxBatch() : 0),
                settle(),
                flag(again));
        List<?> reply = (List<?>) scripts.run(Operation.COMPLETE, arguments(head, finishedIds.stream()));
        int removed = Math.toIntExact((Long) reply.getFirst());
        return new Completed(
                removed, reply.stream().skip(1).map(c -> claim((List<?>) c)).findFirst());
    }

    /// Gives a claim back with nothing finished. Its conversation pauses, all others go on. A repetition changes
    /// nothing and answers false.
    ///
    /// @return false when the claim was lost
    public boolean park(Claim claim, Duration pause, Blame blame) {
        return yes(scripts.run(
                Operation.PARK,
                claim.id().value(),
                claim.conversation(),
                String.valueOf(pause.toMillis()),
                flag(blame == Blame.MESSAGE)));
    }

    /// Extends claims by a full lease; to be called about three times in a lease.
    ///
    /// @return those that are lost: their work is to be abandoned, nothing sent, nothing given back
    public Set<ClaimId> renew(Collection<Claim> held) {
        if (held.isEmpty()) {
            return Set.of();
        }
        List<?> lost = (List<?>) scripts.run(
                Operation.RENEW,
                arguments(Stream.of(lease()), held.stream().flatMap(c -> Stream.of(c.id().value(), c.conversation()))));
        return lost.stream().map(id -> new ClaimId((String) id)).collect(Collectors.toUnmodifiableSet());
    }

    /// Returns when a message arrives, or after the time that [Claimed.Idle] names, 200 ms at most. An arrival wakes
    /// everybody who waits, so let one thread of a process do it. It fails at maxmemory: after any exception sleep
    /// a moment and claim again.
    public void awaitWork(Duration atMost) {
        long millis = Math.clamp(atMost.toMillis(), SHORTEST_WAIT_MS, LONGEST_WAIT.toMillis());
        // The move onto itself leaves the list as it is: it only wakes when there is something.
        redis.blmove(INGRESS, INGRESS, ListDirection.LEFT, ListDirection.LEFT, millis / 1_000.0);
    }

    /// May the reply with this key be sent now? A repetition with the same nonce is answered the same.
    ///
    /// A request that neither [#sent] nor [#release] follows leaves a mark of when it began, for a day: whoever
    /// reserves the key next is told.
    ///
    /// @param nonce of this request, and of no other
    /// @param inflight how long nobody else may send it unless [#sent] follows
    public Reservation reserve(String key, String nonce, Duration inflight) {
        String reply = (String) scripts.run(Operation.RESERVE, key, nonce, String.valueOf(inflight.toMillis()));
        return switch (reply) {
            case "go" -> new Reservation.Go(Optional.empty());
            case "inflight" -> new Reservation.InFlight();
            case String tried
            when tried.startsWith(TRIED) ->
                new Reservation.Go(Optional.of(Instant.ofEpochMilli(Long.parseLong(tried.substring(TRIED.length())))));
            case String sent -> new Reservation.AlreadySent(sent.substring(SENT.length()));
        };
    }

    /// Gives a reservation back because this request certainly did not send the reply. What an earlier one may have
    /// sent is not forgotten. A repetition changes nothing.
    ///
    /// @return false when this nonce does not hold it (any more)
    public boolean release(String key, String nonce) {
        return yes(scripts.run(Operation.RELEASE, key, nonce));
    }

    /// Notes that the reply was sent, and reports the fact, both once. To be repeated until it answers.
    ///
    /// @return false when it was noted before
    public boolean sent(String key, String messageId, String fact) {
        return yes(scripts.run(Operation.RESULT, key, messageId, fact));
    }

    /// Forbids the reply with this key to everybody who did not begin to send it yet. A repetition is answered the
    /// same.
    ///
    /// @param kept how long nobody may send it: longer than any process can hold it in hand
    public Withdrawal withdraw(String key, Duration kept) {
        String reply = (String) scripts.run(Operation.WITHDRAW, key, WITHDRAWN, String.valueOf(kept.toMillis()));
        if (reply.equals("inflight")) {
            return new Withdrawal.InFlight();
        }
        String messageId = reply.substring(SENT.length());
        return messageId.equals(WITHDRAWN) ? new Withdrawal.Withdrawn() : new Withdrawal.AlreadySent(messageId);
    }

    /// Whether the replies with these keys were all noted as sent, within the last hour, or as withdrawn.
    public boolean wereSent(List<String> keys) {
        return keys.isEmpty()
                || redis.mget(keys.stream().map(key -> SENT + key).toArray(String[]::new)).stream()
                        .allMatch(mark -> mark != null && mark.startsWith(SENT));
    }

    /// Reports something else that happened at a channel. A repetition reports it twice.
    ///
    /// @return false when it was dropped, because 100,000 facts are unread
    public boolean report(String fact) {
        return yes(scripts.run(Operation.REPORT, fact, String.valueOf(MAX_UNREAD_REPORTS)));
    }

    /// The oldest unread facts. They stay until [#drained].
    public List<String> facts(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("at least one fact");
        }
        return redis.lrange(FACTS, 0, atMost - 1L);
    }

    /// Removes facts that are stored, as far as they are still the oldest ones; so a repetition removes nothing else.
    ///
    /// @return how many
    public int drained(List<String> facts) {
        return Math.toIntExact((Long) scripts.run(Operation.DRAINED, facts.toArray(String[]::new)));
    }

    /// Notes that until then everything that a bridge told certainly arrived. An earlier moment than the one noted
    /// changes nothing, and neither does a repetition.
    ///
    /// @param bridge its channel and instance or account, without a space
    public void heardUntil(String bridge, Instant moment) {
        scripts.run(
                Operation.HEARD, bridge, String.valueOf(moment.toEpochMilli()), String.valueOf(HEARD_KEPT.toMillis()));
    }

    /// The moment noted last by [#heardUntil]; empty for a bridge that was never heard, or when Redis is new.
    public Optional<Instant> heardUntil(String bridge) {
        return Optional.ofNullable(redis.get(HEARD + bridge))
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    /// Remembers for a week the number behind a hidden id: a hint for the order of messages, never an identity. A
    /// repetition begins the week anew.
    ///
    /// @param hidden the conversation as it is named where only the hidden id is known
    /// @param number the person's best canonical id
    public void rememberNumber(ConversationId hidden, String number) {
        redis.set(NUMBER + hidden.value(), number, SetParams.setParams().ex(NUMBER_KEPT.toSeconds()));
    }

    /// What [#rememberNumber] was told of late.
    public Optional<String> number(ConversationId hidden) {
        return Optional.ofNullable(redis.get(NUMBER + hidden.value()));
    }

    /// Messages accepted and unfinished.
    public long waiting() {
        return Optional.ofNullable(redis.get(WAITING)).map(Long::parseLong).orElse(0L);
    }

    /// Unfinished messages of one conversation that were sorted out of the ingress, those of a claim included.
    public long waiting(ConversationId conversation) {
        return redis.llen(CONVERSATION + conversation.value());
    }

    /// Items that were no envelope and lie aside; the last 10,000 are kept.
    public long undecodable() {
        return redis.llen(UNDECODABLE);
    }

    /// Looks whether Redis is still the one that we know.
    ///
    /// @param id of the marker that was planted
    /// @param number the highest that this process saw; 0 = none yet
    public Marker look(String id, long number) {
        long reply = (Long) scripts.run(Operation.LOOK, id, String.valueOf(number));
        if (reply > 0) {
            return new Marker.Standing(reply);
        }
        return new Marker.Lost(
                reply == 0 ? Marker.Cause.WIPED : reply == -1 ? Marker.Cause.FOREIGN : Marker.Cause.ROLLED_BACK);
    }

    /// Takes the old marker away; [#plant] has to follow. A repetition changes nothing.
    ///
    /// @param id of the new marker, random
    public void stake(String id) {
        scripts.run(Operation.STAKE, id);
    }

    /// Plants the marker that was staked. A repetition is answered the same.
    ///
    /// @return false when the stake is gone: Redis was wiped meanwhile
    public boolean plant(String id) {
        return yes(scripts.run(Operation.PLANT, id));
    }

    private Enqueued enqueue(List<String> envelopes, int maxWaiting, boolean marked) {
        if (envelopes.isEmpty()) {
            return Enqueued.ACCEPTED;
        }
        String[] arguments = arguments(Stream.of(String.valueOf(maxWaiting), flag(marked)), envelopes.stream());
        if (copies == 0) {
            return enqueued((Long) scripts.run(Operation.ENQUEUE, arguments));
        }
        Scripts.Copied done = scripts.runCopied(Operation.ENQUEUE, copies, COPYING, arguments);
        Enqueued enqueued = enqueued((Long) done.reply());
        return enqueued == Enqueued.ACCEPTED && done.replicas() < copies ? Enqueued.UNCOPIED : enqueued;
    }

    private static Enqueued enqueued(long reply) {
        return reply > 0 ? Enqueued.ACCEPTED : reply == 0 ? Enqueued.BUSY : Enqueued.UNSAFE;
    }

    private static Claim claim(List<?> reply) {
        List<String> envelopes = new ArrayList<>();
        reply.stream().skip(3).forEach(envelope -> envelopes.add((String) envelope));
        return new Claim(
                (String) reply.get(0),
                new ClaimId((String) reply.get(1)),
                Math.toIntExact((Long) reply.get(2)),
                envelopes);
    }

    private String lease() {
        return String.valueOf(limits.lease().toMillis());
    }

    private String settle() {
        return String.valueOf(limits.settle().toMillis());
    }

    private static boolean yes(Object reply) {
        return (Long) reply == 1;
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private static String[] arguments(Stream<String> fixed, Stream<String> more) {
        return Stream.concat(fixed, more).toArray(String[]::new);
    }
}
