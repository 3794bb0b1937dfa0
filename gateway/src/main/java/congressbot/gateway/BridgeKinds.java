package congressbot.gateway;

import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.wuzapi.Wuzapi;
import congressbot.wire.message.ChannelName;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Which bridges there are, and which of them `CHANNELS` asks for.
final class BridgeKinds {
    private static final List<Kind> ALL =
            List.of(new Kind(Gowa.CHANNEL, Gowa::plan), new Kind(Wuzapi.CHANNEL, Wuzapi::plan));

    private static final String EXPECTED = "names like gowa or wuzapi:norte, each once, with commas between them";

    private BridgeKinds() {}

    /// @param plan reads the settings of an instance
    private record Kind(ChannelName channel, BiFunction<Instance, Env, BridgePlan> plan) {}

    static List<BridgePlan> plans(Env env) {
        List<BridgePlan> plans = new ArrayList<>();
        String channels = env.optional(Variable.CHANNELS).orElse(Gowa.CHANNEL.value());
        for (String text : channels.split(",", -1)) {
            instance(text)
                    .filter(one ->
                            plans.stream().noneMatch(plan -> plan.instance().equals(one)))
                    .flatMap(one -> plan(one, env))
                    .ifPresentOrElse(plans::add, () -> env.problem(Variable.CHANNELS, EXPECTED));
        }
        return plans;
    }

    private static Optional<BridgePlan> plan(Instance instance, Env env) {
        return ALL.stream()
                .filter(kind -> kind.channel().equals(instance.channel()))
                .findFirst()
                .map(kind -> kind.plan()
                        .apply(instance, instance.name().map(env::instance).orElse(env)));
    }

    private static Optional<Instance> instance(String text) {
        try {
            return Optional.of(Instance.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
