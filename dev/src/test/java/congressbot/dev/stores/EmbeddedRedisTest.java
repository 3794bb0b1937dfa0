package congressbot.dev.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

final class EmbeddedRedisTest {
    private static final int ANY_PORT = 0;

    @TempDir
    Path folder;

    @Test
    void an_answered_write_survives_sigkill_and_the_server_returns_on_its_port() throws Exception {
        RunningStore first = EmbeddedRedis.start(folder, ANY_PORT);
        try (Jedis client = client(first)) {
            client.set("note", "Inscrição");
        }

        first.killHard();
        try (RunningStore second = EmbeddedRedis.start(folder, first.port());
                Jedis client = client(second)) {
            assertThat(second.url()).isEqualTo(first.url());
            assertThat(client.get("note")).isEqualTo("Inscrição");
        }
    }

    @Test
    void writes_are_on_the_disk_before_the_answer_and_a_full_memory_forgets_nothing() throws Exception {
        try (RunningStore store = EmbeddedRedis.start(folder, ANY_PORT);
                Jedis client = client(store)) {
            Map<String, String> settings = client.configGet("*");

            assertThat(settings)
                    .containsEntry("appendonly", "yes")
                    .containsEntry("appendfsync", "always")
                    .containsEntry("maxmemory", Long.toString(256L * 1024 * 1024))
                    .containsEntry("maxmemory-policy", "noeviction")
                    .containsEntry("bind", "127.0.0.1");
        }
    }

    @Test
    void who_asks_for_it_gets_writes_brought_to_the_disk_every_second() throws Exception {
        try (RunningStore store = EmbeddedRedis.start(folder, ANY_PORT, EmbeddedRedis.AppendSync.EVERYSEC);
                Jedis client = client(store)) {
            assertThat(client.configGet("append*"))
                    .containsEntry("appendonly", "yes")
                    .containsEntry("appendfsync", "everysec");
        }
    }

    @Test
    void a_second_start_uses_the_running_server_and_leaves_it_running() throws Exception {
        try (RunningStore first = EmbeddedRedis.start(folder, ANY_PORT);
                Jedis client = client(first)) {
            RunningStore second = EmbeddedRedis.start(folder, ANY_PORT);

            second.close();

            assertThat(second.pid()).isEqualTo(first.pid());
            assertThat(second.owned()).isFalse();
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void the_number_of_a_redis_over_another_folder_is_not_taken_for_ours(@TempDir Path elsewhere) throws Exception {
        try (RunningStore stranger = EmbeddedRedis.start(elsewhere, ANY_PORT)) {
            Files.writeString(folder.resolve("redis.pid"), Long.toString(stranger.pid()));
            Files.writeString(folder.resolve("port"), Integer.toString(stranger.port()));

            try (RunningStore ours = EmbeddedRedis.start(folder, stranger.port())) {
                assertThat(ours.pid()).isNotEqualTo(stranger.pid());
                assertThat(ours.port()).isNotEqualTo(stranger.port());
            }
        }
    }

    @Test
    void erasing_empties_the_folder_and_is_refused_while_the_server_is_in_use() throws Exception {
        RunningStore first = EmbeddedRedis.start(folder, ANY_PORT);
        try (Jedis client = client(first)) {
            client.set("note", "gone");
        }

        assertThatThrownBy(() -> EmbeddedRedis.erase(folder)).hasMessageContaining("in use by another process");
        first.close();
        EmbeddedRedis.erase(folder);

        try (RunningStore second = EmbeddedRedis.start(folder, ANY_PORT);
                Jedis client = client(second)) {
            assertThat(client.dbSize()).isZero();
        }
    }

    private static Jedis client(RunningStore store) {
        return new Jedis(
                new HostAndPort("127.0.0.1", store.port()),
                DefaultJedisClientConfig.builder().autoNegotiateProtocol(false).build());
    }
}
