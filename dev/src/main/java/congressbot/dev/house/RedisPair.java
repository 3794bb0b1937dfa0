package congressbot.dev.house;

import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.Poll;
import congressbot.dev.stores.Ports;
import congressbot.dev.stores.RunningStore;
import congressbot.dev.stores.StorePair;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisSentinel;

/// Two servers of Redis, of which one follows the other, and a Sentinel that tells which one is the primary.
final class RedisPair {
    private static final String NAME = "congress";
    private static final int DOWN_AFTER_MS = 1_000;
    private static final int FAIL_OVER_MS = 3_000;

    /// The Sentinel asks a primary for its replicas every ten seconds.
    private static final Duration KNOWN = Duration.ofSeconds(60);

    private final Path folder;
    private final AppendSync aof;
    private final Opened opened;
    private final int sentinel;
    private RunningStore one;
    private RunningStore other;

    private RedisPair(Site site, Opened opened, RunningStore one, RunningStore other, int sentinel) {
        this.folder = site.folder();
        this.aof = site.aof();
        this.opened = opened;
        this.one = one;
        this.other = other;
        this.sentinel = sentinel;
    }

    /// Ready for a fail-over when this returns.
    ///
    /// @param first the primary at first
    static RedisPair over(RunningStore first, Site site, Opened opened) throws IOException {
        RunningStore second = opened.with(EmbeddedRedis.start(secondFolder(site.folder()), 0, site.aof()));
        try (Jedis replica = new Jedis(new HostAndPort(Ports.LOOPBACK, second.port()))) {
            replica.replicaof(Ports.LOOPBACK, first.port());
        }
        int port = Ports.free(0);
        RedisSentinel process = RedisSentinel.newRedisSentinel()
                .port(port)
                .masterName(NAME)
                .masterPort(first.port())
                .quorumSize(1)
                .downAfterMilliseconds(DOWN_AFTER_MS)
                .failOverTimeout(FAIL_OVER_MS)
                .build();
        process.start();
        opened.with(process::stop);
        RedisPair pair = new RedisPair(site, opened, first, second, port);
        pair.awaitReplica();
        return pair;
    }

    /// What the second server knew is deleted.
    static void erase(Path folder) throws IOException {
        EmbeddedRedis.erase(secondFolder(folder));
    }

    /// As `REDIS_URL` takes it.
    String address() {
        return "redis+sentinel://%s:%d/%s".formatted(Ports.LOOPBACK, sentinel, NAME);
    }

    /// SIGKILL of the primary; when the other one is it, the old one comes back and follows. Ready for the next when
    /// this returns.
    void failOver() throws IOException {
        int before = primary();
        (one.port() == before ? one : other).killHard();
        if (Poll.until(KNOWN, () -> primary() == before ? Optional.<Integer>empty() : Optional.of(primary()))
                .isEmpty()) {
            throw new IOException("no fail-over within " + KNOWN.toSeconds() + " s");
        }
        if (one.port() == before) {
            one = opened.with(StorePair.startRedis(folder, before, aof));
        } else {
            other = opened.with(EmbeddedRedis.start(secondFolder(folder), before, aof));
        }
        awaitReplica();
    }

    private int primary() {
        try (Jedis asked = new Jedis(new HostAndPort(Ports.LOOPBACK, sentinel))) {
            return Integer.parseInt(asked.sentinelGetMasterAddrByName(NAME).getLast());
        }
    }

    private void awaitReplica() throws IOException {
        if (Poll.until(KNOWN, () -> hasReplica() ? Optional.of(true) : Optional.empty())
                .isEmpty()) {
            throw new IOException("the Sentinel knows no replica after " + KNOWN.toSeconds() + " s");
        }
    }

    private boolean hasReplica() {
        try (Jedis asked = new Jedis(new HostAndPort(Ports.LOOPBACK, sentinel))) {
            return asked.sentinelReplicas(NAME).stream().anyMatch(RedisPair::isReady);
        } catch (JedisException _) {
            return false; // it is busy with a fail-over
        }
    }

    private static boolean isReady(Map<String, String> replica) {
        return "ok".equals(replica.get("master-link-status")) && "slave".equals(replica.get("flags"));
    }

    private static Path secondFolder(Path folder) {
        return folder.resolve("redis-2");
    }
}
