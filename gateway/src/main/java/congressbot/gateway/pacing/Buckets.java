package congressbot.gateway.pacing;

import congressbot.gateway.memory.Recent;
import congressbot.gateway.pacing.Permit.Go;
import congressbot.gateway.pacing.Permit.Later;
import congressbot.wire.queue.OurNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Who may send now, of all that this process sends. A number has tokens, and so has each person who is written to. A
/// message that nobody asked for leaves half of the number's tokens to replies, and keeps a distance to the one before
/// that is never the same.
public final class Buckets {
    /// A person who tries the bot out gets so many replies at once, and then one every two seconds.
    private static final int PERSON_BURST = 10;

    private static final Duration PERSON_INTERVAL = Duration.ofSeconds(2);

    /// Between two proactive messages of a number, on average; each time from half of it to one and a half.
    static final Duration DISTANCE = Duration.ofSeconds(6);

    /// Numbers, and persons, that are remembered. Who is forgotten has all tokens again, as a person has anyway after
    /// 20 s of silence.
    private static final int REMEMBERED = 20_000;

    private final Map<OurNumber, Speaker> speakers = new Recent<>(REMEMBERED);
    private final Map<Person, TokenBucket> persons = new Recent<>(REMEMBERED);
    private final Pace pace;
    private final RandomGenerator random;

    public Buckets(Pace pace, RandomGenerator random) {
        this.pace = pace;
        this.random = random;
    }

    private record Person(OurNumber number, String address) {}

    /// A number of ours.
    private static final class Speaker {
        final TokenBucket tokens;
        Instant quietUntil = Instant.MIN;

        Speaker(TokenBucket tokens) {
            this.tokens = tokens;
        }
    }

    /// Takes all that the message needs, or nothing.
    public synchronized Permit take(Departure departure, Instant now) {
        Speaker speaker = speaker(departure.number());
        TokenBucket person = persons.computeIfAbsent(
                new Person(departure.number(), departure.person()),
                _ -> new TokenBucket(PERSON_BURST, PERSON_INTERVAL));
        Duration wait = longest(
                person.until(now, 0),
                departure.proactive()
                        ? longest(speaker.tokens.until(now, pace.keptForReplies()), left(speaker.quietUntil, now))
                        : speaker.tokens.until(now, 0));
        if (wait.isPositive()) {
            return new Later("sent at the pace of GATEWAY_PACING", wait);
        }
        person.take(now);
        speaker.tokens.take(now);
        if (departure.proactive()) {
            speaker.quietUntil = now.plus(distance());
        }
        return new Go();
    }

    /// Lets a number say nothing until then that nobody asked for.
    public synchronized void hush(OurNumber number, Instant until) {
        Speaker speaker = speaker(number);
        speaker.quietUntil = until.isAfter(speaker.quietUntil) ? until : speaker.quietUntil;
    }

    private Speaker speaker(OurNumber number) {
        return speakers.computeIfAbsent(number, _ -> new Speaker(pace.bucketOfNumber()));
    }

    private Duration distance() {
        long half = DISTANCE.toMillis() / 2;
        return Duration.ofMillis(random.nextLong(half, 3 * half + 1));
    }

    private static Duration left(Instant until, Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
