package congressbot.dev.sabotage;

import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the planted bugs do in Java.
final class Mistakes {
    private static final int CONNECTIONS = 16;
    private static final Duration SEND = Duration.ofSeconds(15);
    private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

    private Mistakes() {}

    private static final class Gateway {
        private static final GatewayClient CLIENT = new GatewayClient(
                new HttpCaller(CONNECTIONS),
                URI.create(variable("GATEWAY_URL")),
                new Secret(variable("BOT_API_KEY")),
                SEND);

        private static String variable(String name) {
            return Objects.requireNonNull(System.getenv(name));
        }
    }

    /// Of `ClaimLoop.tried(batch)`.
    static @Nullable Object finishAtOnce(@Nullable Object none, @Nullable Object[] arguments) throws Exception {
        Inside batch = Inside.of(arguments[1]);
        List<?> messages = batch.call("messages").as(List.class);
        Object ids = batch.call("ids", messages.size()).object();
        Inside.of(arguments[0])
                .field("queue")
                .call("complete", batch.call("claim").object(), ids, false);
        return none;
    }

    /// Of `Engine.answer(turn, done, batch)`.
    static @Nullable Object rememberCount(@Nullable Object none, @Nullable Object[] arguments) throws Exception {
        Inside turn = Inside.of(arguments[1]);
        COUNTS.put(
                turn.call("key").as(String.class),
                turn.call("ids").as(List.class).size());
        return none;
    }

    /// Of `Replays.consumed(first, known, batch)`.
    static Object countAsThen(@Nullable Object now, @Nullable Object[] arguments) throws Exception {
        String turn = Inside.of(arguments[0]).call("turn").as(String.class);
        List<?> batch = (List<?>) Objects.requireNonNull(arguments[2]);
        return Math.min(batch.size(), COUNTS.getOrDefault(turn, (Integer) Objects.requireNonNull(now)));
    }

    /// Of `Turn.of(reception, before, plan)`.
    static @Nullable Object sendAtOnce(@Nullable Object planned, @Nullable Object[] arguments) throws Exception {
        Inside turn = Inside.of(planned);
        if (turn.call("plan").call("speaks").as(Boolean.class)) {
            Gateway.CLIENT.send(
                    turn.call("key").as(String.class), turn.call("outgoing").as(OutgoingMessage.class));
        }
        return planned;
    }
}
