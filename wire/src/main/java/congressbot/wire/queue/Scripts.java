package congressbot.wire.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// The Lua scripts of the queue, one per operation. Redis keeps them after the first call; what
/// travels is a hash.
final class Scripts {

    /// Each is a file `name.lua` in this package, whose header tells arguments and return values.
    enum Operation {
        ENQUEUE,
        RESCUE,
        CLAIM,
        COMPLETE,
        PARK,
        RENEW,
        RESERVE,
        RELEASE,
        RESULT,
        WITHDRAW,
        REPORT,
        DRAINED,
        LINKED,
        PROACTIVE,
        UNSAID,
        LIMITED,
        HEARD,
        LOOK,
        STAKE,
        PLANT
    }

    private static final Set<Operation> WITH_COMMON =
            EnumSet.of(Operation.CLAIM, Operation.COMPLETE, Operation.PARK, Operation.RENEW);

    private final UnifiedJedis redis;
    private final Map<Operation, Script> scripts = new EnumMap<>(Operation.class);

    /// @param sources gives the Lua text of a file name: [#resource], or a test's changed copy of it
    Scripts(UnifiedJedis redis, UnaryOperator<String> sources) {
        this.redis = redis;
        for (Operation operation : Operation.values()) {
            String own = sources.apply(operation.name().toLowerCase(Locale.ROOT) + ".lua");
            scripts.put(
                    operation, Script.of(WITH_COMMON.contains(operation) ? sources.apply("common.lua") + own : own));
        }
    }

    static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(Scripts.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(Operation operation, String... arguments) {
        Script script = Objects.requireNonNull(scripts.get(operation));
        List<String> argv = Arrays.asList(arguments);
        try {
            return redis.evalsha(script.sha1(), List.of(), argv);
        } catch (JedisNoScriptException _) {
            // Redis is new or was restarted. Nothing has run, and EVAL keeps the script for the next call.
            return redis.eval(script.text(), List.of(), argv);
        }
    }

    /// The same, and then a wait for replicas, on one connection: it counts what that connection wrote.
    ///
    /// @param wanted ends the wait early
    Copied runCopied(Operation operation, int wanted, Duration atMost, String... arguments) {
        Script script = Objects.requireNonNull(scripts.get(operation));
        List<String> argv = Arrays.asList(arguments);
        try {
            return copied(pipeline -> pipeline.evalsha(script.sha1(), List.of(), argv), wanted, atMost);
        } catch (JedisNoScriptException _) {
            return copied(pipeline -> pipeline.eval(script.text(), List.of(), argv), wanted, atMost);
        }
    }

    /// @param replicas that have what the script wrote
    record Copied(Object reply, long replicas) {}

    private Copied copied(Function<AbstractPipeline, Response<Object>> script, int wanted, Duration atMost) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            Response<Object> reply = script.apply(pipeline);
            Response<Object> replicas = pipeline.sendCommand(
                    Protocol.Command.WAIT, String.valueOf(wanted), String.valueOf(atMost.toMillis()));
            pipeline.sync();
            return new Copied(reply.get(), (Long) replicas.get());
        }
    }

    private record Script(String text, String sha1) {
        static Script of(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
                return new Script(text, HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-1", e);
            }
        }
    }
}
