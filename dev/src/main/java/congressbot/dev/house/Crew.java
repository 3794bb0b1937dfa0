package congressbot.dev.house;

import java.util.List;
import java.util.Map;

/// The processes of a house.
///
/// @param jvmOptions of all of them
/// @param agents beside those: what changes their classes
/// @param workers how many there are
/// @param bots how many bot-apis; the workers share them
/// @param settings beside those that connect the parts
public record Crew(List<String> jvmOptions, List<String> agents, int workers, int bots, Map<String, String> settings) {
    public Crew {
        jvmOptions = List.copyOf(jvmOptions);
        agents = List.copyOf(agents);
        settings = Map.copyOf(settings);
    }

    /// One of each.
    public static Crew single(List<String> jvmOptions) {
        return new Crew(jvmOptions, List.of(), 1, 1, Map.of());
    }
}
