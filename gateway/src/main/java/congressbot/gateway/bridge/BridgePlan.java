package congressbot.gateway.bridge;

import java.util.function.Function;

/// A bridge whose settings are read, not opened yet.
public record BridgePlan(Instance instance, Function<Means, Bridge> opening) {
    public Bridge open(Means means) {
        return opening.apply(means);
    }
}
