package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.testing.TestRedis;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.UnifiedJedis;

/// The marks of replies keep their promise under random steps, and the same steps find out about scripts that do not.
/// Each run takes a new seed and prints it; `-Dqueue.seed=…` repeats one.
class ReplyWalkTest {
    private static final int STEPS = 5_000;
    private static final long SEED = Long.getLong("queue.seed", new Random().nextInt(1_000_000));

    private final UnifiedJedis redis = TestRedis.emptied();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void nobody_sends_twice_and_no_doubt_is_forgotten() {
        System.out.printf("seed %d%n", SEED);

        assertThatCode(() -> walk(Scripts::resource).run(STEPS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // file | text | what stands there by mistake
                "reserve.lua | if found and found ~= mine then | if false then",
                "reserve.lua | return nonce == ARGV[2] and 'go' or 'tried:' .. ms | return 'go'",
                "reserve.lua | return nonce == ARGV[2] and 'go' or 'tried:' .. ms | return 'tried:' .. ms",
                "reserve.lua | if not first then | if true then",
                "release.lua | if redis.call('GET', mark) ~= 'inflight:' .. ARGV[2] then return 0 end | ''",
                "release.lua | if nonce == ARGV[2] then redis.call('DEL', tried) end | redis.call('DEL', tried)",
                "release.lua | if nonce == ARGV[2] then redis.call('DEL', tried) end | ''",
                "result.lua | if found and string.sub(found, 1, 5) == 'sent:' then return 0 end | ''",
            })
    void a_mistake_is_found_out(String file, String text, String mistake) {
        System.out.printf("seed %d%n", SEED);
        assertThat(Scripts.resource(file)).contains(text);
        UnaryOperator<String> sources =
                name -> name.equals(file) ? Scripts.resource(name).replace(text, mistake) : Scripts.resource(name);

        assertThatThrownBy(() -> walk(sources).run(STEPS)).isInstanceOf(AssertionError.class);
    }

    private ReplyWalk walk(UnaryOperator<String> sources) {
        return new ReplyWalk(SEED, redis, new ConversationQueue(redis, TestQueue.LIMITS, sources));
    }
}
