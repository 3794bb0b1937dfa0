package congressbot.dev.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import congressbot.dev.compose.ComposeFile;
import congressbot.wire.queue.Blame;
import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.Marker;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;

/// Redis with the arguments of compose.yaml.
class ProductionRedisTest {
    private static final ComposeFile COMPOSE = ComposeFile.read();

    @TempDir
    Path folder;

    private int port;
    private Process server;
    private UnifiedJedis redis;

    @BeforeEach
    void start() throws Exception {
        List<String> command =
                new ArrayList<>(ComposeFile.words(COMPOSE.service("redis").path("entrypoint")));
        assertThat(command).containsExactly("redis-server");
        command.set(0, RedisExecutable.file().toString());
        command.addAll(ComposeFile.words(COMPOSE.service("redis").path("command")));
        command.replaceAll(word -> word.equals("/data") ? folder.toString() : word);
        port = Ports.free(0);
        command.addAll(1, List.of("--port", "" + port, "--bind", Ports.LOOPBACK));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        String address = COMPOSE.environment("worker").getOrDefault("REDIS_URL", "");
        redis = RedisConnections.open(URI.create(address.replace("@redis:6379", "@127.0.0.1:" + port)), 4);
        await().atMost(Duration.ofSeconds(20)).until(() -> RedisConnections.answers(redis));
    }

    @AfterEach
    void stop() throws Exception {
        redis.close();
        server.destroy();
        server.waitFor();
    }

    /// Every operation, as one that is refused would stop a process.
    @Test
    void the_queue_has_the_rights_that_it_needs() {
        ConversationQueue queue =
                new ConversationQueue(redis, new QueueLimits(100, Duration.ofSeconds(30), 10, Duration.ZERO));

        queue.enqueue(List.of("{\"id\":\"gowa:55:1\",\"conversation\":\"gowa:55:ana\"}"));
        queue.awaitWork(ConversationQueue.LONGEST_WAIT);
        Claim first = claim(queue);
        assertThat(queue.renew(List.of(first))).isEmpty();
        assertThat(queue.park(first, Duration.ofMillis(1), Blame.NEIGHBOUR)).isTrue();
        Claim second =
                await().until(() -> queue.claim(ClaimId.fresh(), false), Claim.class::isInstance) instanceof Claim claim
                        ? claim
                        : first;
        assertThat(queue.complete(second, List.of("gowa:55:1"), Optional.of(ClaimId.fresh()), false)
                        .removed())
                .isEqualTo(1);
        queue.reserve("r:1", "nonce", Duration.ofSeconds(10));
        assertThat(queue.release("r:1", "nonce")).isTrue();
        queue.sent("r:1", "3EB0", "{}");
        assertThat(queue.wereSent(List.of("r:1"))).isTrue();
        assertThat(queue.report("{}")).isTrue();
        assertThat(queue.drained(queue.facts(10))).isPositive();
        assertThat(queue.waiting()).isZero();
        assertThat(queue.rescue(List.of("{\"id\":\"gowa:55:2\",\"conversation\":\"gowa:55:ana\"}")))
                .isEqualTo(1);
        queue.stake("a");
        assertThat(queue.plant("a")).isTrue();
        assertThat(queue.look("a", 0)).isEqualTo(new Marker.Standing(2));
    }

    @Test
    void what_the_processes_do_besides_is_allowed_and_what_would_wipe_or_reveal_is_not() {
        try (AbstractTransaction together = redis.multi()) {
            together.lpush("list", "x");
            together.ltrim("list", 0, 1);
            together.exec();
        }
        assertThat(redis.eval("return redis.call('SET', KEYS[1], ARGV[1], 'PX', 1000)", List.of("key"), List.of("x")))
                .isEqualTo("OK");

        for (Protocol.Command command : List.of(
                Protocol.Command.FLUSHALL,
                Protocol.Command.CONFIG,
                Protocol.Command.SHUTDOWN,
                Protocol.Command.FLUSHDB,
                Protocol.Command.REPLICAOF)) {
            assertThatThrownBy(() -> redis.executeCommand(
                            new CommandArguments(command).add("GET").add("dir")))
                    .as(command.name())
                    .isInstanceOf(JedisAccessControlException.class);
        }
    }

    @Test
    void nobody_comes_in_without_the_password() {
        try (UnifiedJedis stranger = RedisConnections.open(URI.create("redis://127.0.0.1:" + port), 1)) {
            assertThatThrownBy(() -> stranger.get("key")).hasMessageContaining("NOAUTH");
        }
    }

    /// It reads its log of writes, and no other, when it comes back.
    @Test
    void what_was_written_survives_a_kill() throws Exception {
        redis.set("key", "kept");
        server.destroyForcibly().waitFor();
        redis.close();
        start();

        assertThat(redis.get("key")).isEqualTo("kept");
        assertThat(Files.readString(folder.resolve("log"))).contains("append only file");
    }

    @Test
    void writes_are_on_the_disk_at_once_and_nothing_is_evicted() {
        List<String> command = ComposeFile.words(COMPOSE.service("redis").path("command"));

        assertThat(command)
                .containsSequence("--appendonly", "yes")
                .containsSequence("--appendfsync", "always")
                .containsSequence("--maxmemory-policy", "noeviction")
                .containsSubsequence("--maxmemory", "256mb");
        assertThat(COMPOSE.service("redis").path("mem_limit").asText()).isEqualTo("640m");
        assertThat(ComposeFile.words(COMPOSE.service("redis").at("/healthcheck/test")))
                .containsExactly("CMD-SHELL", "redis-cli ping | grep -qx PONG");
        assertThat(">" + COMPOSE.environment("redis").get("REDISCLI_AUTH")).isIn(command);
    }

    private static Claim claim(ConversationQueue queue) {
        return queue.claim(ClaimId.fresh(), false) instanceof Claim claim ? claim : fail("nothing was ready");
    }
}
