package congressbot.wire.doctor;

import congressbot.wire.queue.RedisAddress;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/// Redis: whether it answers, and whether it keeps what it was given.
public final class RedisLook implements AutoCloseable {
    private static final int ALARMING_PERCENT = 90;

    private final UnifiedJedis redis;
    private final String shown;
    private final Report report;

    /// @param address as in `REDIS_URL`
    public RedisLook(RedisAddress address, Report report) {
        redis = RedisConnections.open(address, 1, new SimpleMeterRegistry().counter("uncounted"));
        this.report = report;
        shown = switch (address) {
            case RedisAddress.Server(var uri) -> uri.getHost() + ":" + uri.getPort();
            case RedisAddress.Sentinels sentinels -> sentinels.primary();
        };
    }

    /// Whether it answers this process: for those who do not put messages in.
    public void answers() {
        if (reached()) {
            report.ok("redis.answers", shown);
        }
    }

    /// The same, and how it keeps messages.
    ///
    /// @param replicas that must have a message
    public void keeps(int replicas) {
        if (!reached()) {
            return;
        }
        try {
            judge(info(), replicas);
        } catch (JedisAccessControlException _) {
            report.warning("redis.unseen", shown);
        }
    }

    private boolean reached() {
        try {
            redis.ping();
            return true;
        } catch (JedisAccessControlException _) {
            report.problem("redis.refused");
        } catch (JedisDataException e) {
            String word = String.valueOf(e.getMessage()).split(" ", 2)[0];
            if (List.of("NOAUTH", "WRONGPASS").contains(word)) {
                report.problem("redis.refused");
            } else {
                report.problem("redis.loading", shown, word);
            }
        } catch (JedisException _) {
            report.problem("redis.away", shown);
        }
        return false;
    }

    private Map<String, String> info() {
        byte[] answer = (byte[]) redis.executeCommand(new CommandArguments(Protocol.Command.INFO));
        Map<String, String> info = new HashMap<>();
        new String(answer, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> info.put(pair[0], pair[1]));
        return info;
    }

    private void judge(Map<String, String> info, int replicas) {
        List<Fault> faults = List.of(
                new Fault(!told(info, "aof_enabled").equals("1"), Level.PROBLEM, "redis.volatile", List.of()),
                new Fault(
                        told(info, "aof_last_write_status").equals("err"), Level.PROBLEM, "redis.unwritten", List.of()),
                policy(told(info, "maxmemory_policy")),
                memory(number(info, "used_memory"), number(info, "maxmemory")),
                replicas(number(info, "connected_slaves"), replicas),
                late());
        List<Fault> real = faults.stream().filter(Fault::real).toList();
        real.forEach(
                fault -> report.say(fault.level(), fault.key(), fault.details().toArray(String[]::new)));
        if (real.isEmpty()) {
            report.ok("redis.ok", told(info, "redis_version"), shown);
        }
    }

    private record Fault(boolean real, Level level, String key, List<String> details) {}

    private static Fault policy(String policy) {
        return new Fault(!policy.equals("noeviction"), Level.PROBLEM, "redis.evicts", List.of(policy));
    }

    private static Fault memory(long used, long most) {
        long percent = most == 0 ? 0 : 100 * used / most;
        return new Fault(percent > ALARMING_PERCENT, Level.WARNING, "redis.full", List.of(Long.toString(percent)));
    }

    private static Fault replicas(long there, int wanted) {
        return new Fault(
                there < wanted,
                Level.PROBLEM,
                "redis.replicas",
                List.of(Long.toString(there), Integer.toString(wanted)));
    }

    /// Told only to users who may read the configuration.
    private Fault late() {
        Optional<String> sync = Optional.empty();
        try {
            sync = configured("appendfsync");
        } catch (JedisDataException _) {
            // Nothing is said of what nobody may see.
        }
        boolean late = sync.filter(often -> !often.equals("always")).isPresent();
        return new Fault(late, Level.WARNING, "redis.late", List.of(sync.orElse("")));
    }

    private Optional<String> configured(String name) {
        CommandArguments question =
                new CommandArguments(Protocol.Command.CONFIG).add("GET").add(name);
        return redis.executeCommand(question) instanceof List<?> pair
                        && !pair.isEmpty()
                        && pair.getLast() instanceof byte[] value
                ? Optional.of(new String(value, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String told(Map<String, String> info, String name) {
        return info.getOrDefault(name, "?");
    }

    private static long number(Map<String, String> info, String name) {
        String text = told(info, name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    @Override
    public void close() {
        redis.close();
    }
}
