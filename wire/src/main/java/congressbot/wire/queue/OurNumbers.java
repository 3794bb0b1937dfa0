package congressbot.wire.queue;

import congressbot.wire.queue.Scripts.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/// What all gateways know of our own numbers, so that WhatsApp keeps trusting them: since when we
/// have one, what it said today that nobody asked for, and whether it may write to nobody new. It is
/// kept for ever; a wiped Redis makes every number a new one.
///
/// The times are the caller's. The methods fail as those of [ConversationQueue] do.
public final class OurNumbers {
    private static final String NUMBER = "gateway:number:";

    private final UnifiedJedis redis;
    private final Scripts scripts;

    OurNumbers(UnifiedJedis redis, Scripts scripts) {
        this.redis = redis;
        this.scripts = scripts;
    }

    /// How long a number is quiet towards strangers when the channel does not say how long it has to be.
    ///
    /// @param first pause
    /// @param longest pause: each is twice as long as the one before
    /// @param forgotten after so long without a limit the next pause is a first one
    public record Pauses(Duration first, Duration longest, Duration forgotten) {}

    /// A limit of reach.
    ///
    /// @param fresh whether nobody knew
    public record Limit(boolean fresh, Instant until) {}

    /// Notes that we have this number. Its age counts from the first time on.
    ///
    /// @return false when it was known
    public boolean seen(OurNumber number, Instant now) {
        return redis.hsetnx(key(number), "since", millis(now)) == 1;
    }

    /// Notes which phone number is linked under this name. Another one than before is a new number.
    ///
    /// @param phone its digits
    /// @return whether it is another one
    public boolean linked(OurNumber number, String phone, Instant now) {
        return (Long) scripts.run(Operation.LINKED, number.key(), phone, millis(now)) == 1;
    }

    /// May the number say one thing more that nobody asked for? A repetition counts once more.
    ///
    /// @param shares how many things in 24 hours on the first day of the number, on the second, …;
    ///     the last holds for ever
    public Proactive proactive(OurNumber number, Instant now, List<Integer> shares) {
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("at least one share");
        }
        String reply = (String) scripts.run(
                Operation.PROACTIVE,
                Stream.concat(
                                Stream.of(number.key(), millis(now)),
                                shares.stream().map(String::valueOf))
                        .toArray(String[]::new));
        String[] words = reply.split(":", 2);
        return switch (words[0]) {
            case "go" -> new Proactive.Go();
            case "limited" -> new Proactive.Limited(instant(words[1]));
            default -> new Proactive.Spent(instant(words[1]));
        };
    }

    /// Takes one thing off the count because it was certainly not sent. A repetition takes off one more.
    ///
    /// @return false when nothing is counted
    public boolean unsaid(OurNumber number) {
        return (Long) scripts.run(Operation.UNSAID, number.key()) == 1;
    }

    /// Notes that the channel lets the number write to nobody new. A repetition changes nothing while
    /// the pause lasts.
    public Limit limited(OurNumber number, Instant now, Pauses pauses) {
        String reply = (String) scripts.run(
                Operation.LIMITED,
                number.key(),
                millis(now),
                String.valueOf(pauses.first().toMillis()),
                String.valueOf(pauses.longest().toMillis()),
                String.valueOf(pauses.forgotten().toMillis()));
        String[] words = reply.split(":", 2);
        return new Limit(words[0].equals("begun"), instant(words[1]));
    }

    /// Until when the number may write to nobody new, perhaps in the past; empty when there was no
    /// limit.
    public Optional<Instant> limitedUntil(OurNumber number) {
        return Optional.ofNullable(redis.hget(key(number), "limited")).map(OurNumbers::instant);
    }

    private static String key(OurNumber number) {
        return NUMBER + number.key();
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
