package congressbot.dev.stores;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/// Which Redis it is: its process and its data folder.
record RedisIdentity(long pid, Path data) {
    private static final int TIMEOUT_MILLIS = 1000;
    private static final JedisClientConfig CONFIG = DefaultJedisClientConfig.builder()
            .timeoutMillis(TIMEOUT_MILLIS)
            .autoNegotiateProtocol(false)
            .build();
    private static final Pattern PROCESS_ID = Pattern.compile("process_id:(\\d+)");

    /// What answers on the port; empty when nothing does, or it is still loading, or no Redis.
    static Optional<RedisIdentity> ask(int port) {
        try (Jedis client = new Jedis(new HostAndPort(Ports.LOOPBACK, port), CONFIG)) {
            client.ping();
            Matcher processId = PROCESS_ID.matcher(client.info("server"));
            String data = client.configGet("dir").get("dir");
            return processId.find() && data != null
                    ? Optional.of(new RedisIdentity(Long.parseLong(processId.group(1)), Path.of(data)))
                    : Optional.empty();
        } catch (JedisException _) { // whoever waits for it asks again
            return Optional.empty();
        }
    }
}
