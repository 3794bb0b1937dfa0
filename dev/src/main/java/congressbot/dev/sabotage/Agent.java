package congressbot.dev.sabotage;

import congressbot.dev.process.Pause;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.Claim;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The part of a trial that runs inside our processes.
public final class Agent {
    /// What a turn takes longer than it would, as if a model were asked: else hardly a turn is hit by anything.
    private static final int SLOW_FROM_MS = 50;

    private static final int SLOW_TO_MS = 250;

    /// Instead of 45 s: a message that hangs is tried five times.
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(4);

    private Agent() {}

    /// Called by the JVM before `main`.
    ///
    /// @param arguments the folder of the orders, and what is planted, with commas between them: the names of
    ///     [Bug]s, or the word of [Sabotage#IMPATIENT]
    public static void premain(String arguments, Instrumentation instrumentation) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments.split(",", -1)));
        Orders orders = new Orders(Path.of(words.removeFirst()));
        SequencedMap<String, Cut> cuts = new LinkedHashMap<>();
        for (String word : words) {
            if (word.equals(Sabotage.IMPATIENT)) {
                put(cuts, Cut.after(Code.PATIENCE, "turn", 0), (_, _) -> SHORT_PATIENCE);
            } else {
                Bug.valueOf(word).hooks().forEach((cut, hook) -> put(cuts, cut, hook));
            }
        }
        for (Failpoint point : Failpoint.values()) {
            put(cuts, point.cut(), (result, _) -> {
                orders.pass(point);
                return result;
            });
        }
        put(cuts, Cut.before(Code.ENGINE, "turn", 1), Agent::slowly);
        put(cuts, Cut.before(Code.BOT_CLIENT, "turn", 1), Agent::taken);
        orders.follow();
        instrumentation.addTransformer(new Weaver(cuts));
    }

    private static void put(Map<String, Cut> cuts, Cut cut, Hook hook) {
        String name = String.valueOf(cuts.size());
        Hooks.put(name, hook);
        cuts.put(name, cut);
    }

    /// Of `Engine.turn(batch)`.
    private static @Nullable Object slowly(@Nullable Object none, @Nullable Object[] arguments) throws Exception {
        Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(SLOW_FROM_MS, SLOW_TO_MS)));
        for (Object message : Inside.of(arguments[1]).as(List.class)) {
            if (((IncomingMessage) message).content() instanceof Content.Text(String text)) {
                Poison.heard(text);
            }
        }
        return none;
    }

    /// Of `BotClient.turn(batch)`.
    private static @Nullable Object taken(@Nullable Object none, @Nullable Object[] arguments) throws Exception {
        Poison.taken(Inside.of(arguments[1]).call("claim").as(Claim.class));
        return none;
    }
}
