package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {
    @TempDir
    private Path dataDir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://127.0.0.1:16379",
                "rediss://u:p@redis.example:1/3",
                "redis://:p%40ss@redis:1",
                "redis://r:1/"
            })
    void one_server_is_an_address_as_before(String text) {
        assertThat(RedisAddress.parse(text)).isEqualTo(new RedisAddress.Server(URI.create(text)));
    }

    @Test
    void a_port_that_is_not_said_is_the_usual_one() {
        assertThat(RedisAddress.parse("redis://:p%40ss@redis/1"))
                .isEqualTo(new RedisAddress.Server(URI.create("redis://:p%40ss@redis:6379/1")));
    }

    @Test
    void sentinels_are_named_with_the_primary_that_they_watch() {
        assertThat(RedisAddress.parse("redis+sentinel://one:26380,two/congress"))
                .isEqualTo(new RedisAddress.Sentinels(
                        Set.of(new HostAndPort("one", 26_380), new HostAndPort("two", 26_379)),
                        "congress",
                        URI.create("redis://localhost:6379/")));
    }

    @Test
    void login_and_database_are_those_of_the_servers() {
        assertThat(RedisAddress.parse("redis+sentinel://bot:p%40ss@one:1,two:2,three:3/my-primary/5"))
                .isInstanceOfSatisfying(RedisAddress.Sentinels.class, address -> {
                    assertThat(address.hosts()).hasSize(3);
                    assertThat(address.login()).isEqualTo(URI.create("redis://bot:p%40ss@localhost:6379/5"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis:",
                "http://127.0.0.1:6379",
                "redis://one:1,two:2",
                "redis://one/primary",
                "redis+sentinel://one:1",
                "redis+sentinel:///primary",
                "redis+sentinel://one:1,/primary",
                "redis+sentinel://one:x/primary",
                "redis+sentinel://one:1/primary/x",
                "redis+sentinel://one:1/two words"
            })
    void anything_else_is_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RedisAddress.parse(text));
    }

    @Test
    void what_is_wrong_is_told_with_all_other_problems() {
        Env env = new Env(Map.of(
                "DATA_DIR", dataDir.toString(), "REDIS_URL", "redis+sentinel://bot:secret@one:1", "BOT_PORT", "x"));
        RedisAddress.from(env);
        env.port(Variable.BOT_PORT, 1);

        assertThatThrownBy(env::finish)
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.problems())
                                .hasSize(2)
                                .anyMatch(problem -> problem.startsWith("REDIS_URL: expected an address like redis://"))
                                .noneMatch(problem -> problem.contains("secret")));
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(RedisAddress.parse("redis://bot:secret@one").toString()).doesNotContain("secret");
        assertThat(RedisAddress.parse("redis+sentinel://bot:secret@one/congress")
                        .toString())
                .doesNotContain("secret");
    }
}
