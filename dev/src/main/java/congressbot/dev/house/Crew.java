package congressbot.dev.house;

import java.util.List;
import java.util.Map;

/// The processes of a house.
///
/// @param jvmOptions of all of them
/// @param agents beside those: what changes their classes
/// @param rehearsing whether each leaves a class archive when it ends, for the next ones
/// @param workers how many there are
/// @param bots how many bot-apis; the workers share them
/// @param settings beside those that connect the parts
public record Crew(
        List<String> jvmOptions,
        List<String> agents,
        boolean rehearsing,
        int workers,
        int bots,
        Map<String, String> settings) {
    public Crew {
        jvmOptions = List.copyOf(jvmOptions);
        agents = List.copyOf(agents);
        settings = Map.copyOf(settings);
    }

    /// So many workers, and a bot-api for every two.
    public static Crew of(List<String> jvmOptions, int workers) {
        return of(jvmOptions, workers, Math.ceilDiv(workers, 2));
    }

    public static Crew of(List<String> jvmOptions, int workers, int bots) {
        return new Crew(jvmOptions, List.of(), false, workers, bots, Map.of());
    }

    /// One of each, to be rehearsed.
    public static Crew rehearsing(List<String> jvmOptions) {
        return new Crew(jvmOptions, List.of(), true, 1, 1, Map.of());
    }

    /// The same, changed by these agents, and told these settings.
    public Crew with(List<String> more, Map<String, String> told) {
        return new Crew(jvmOptions, more, rehearsing, workers, bots, told);
    }
}
