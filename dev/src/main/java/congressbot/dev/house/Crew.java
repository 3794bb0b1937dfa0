package congressbot.dev.house;

import java.util.List;
import java.util.Map;

/// The processes of a house.
///
/// @param jvmOptions of all of them
/// @param workers how many there are
/// @param bots how many bot-apis; the workers share them
/// @param settings beside those that connect the parts
public record Crew(List<String> jvmOptions, int workers, int bots, Map<String, String> settings) {
    public Crew {
        jvmOptions = List.copyOf(jvmOptions);
        settings = Map.copyOf(settings);
    }

    /// One of each.
    public static Crew single(List<String> jvmOptions) {
        return new Crew(jvmOptions, 1, 1, Map.of());
    }
}
