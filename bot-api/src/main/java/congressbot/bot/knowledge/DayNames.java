package congressbot.bot.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What days are called: by the day of the week, by their number, the last one.
final class DayNames {
    private final Map<String, Names> names = new HashMap<>();

    /// @param documented what documents call it, and people too
    /// @param spoken what only people call it
    record Names(List<String> documented, List<String> spoken) {
        Names {
            documented = List.copyOf(documented);
            spoken = List.copyOf(spoken);
        }
    }

    /// @param phrases of a line
    DayNames(Function<String, Stream<String>> phrases) {
        WordList.read("days").pairs().forEach(pair -> {
            int sign = pair.right().indexOf('>');
            names.put(
                    pair.left(),
                    new Names(
                            phrases.apply(pair.right().substring(0, sign)).toList(),
                            phrases.apply(pair.right().substring(sign + 1)).toList()));
        });
    }

    /// @param day in English, a number, or `last`
    Names of(String day) {
        return names.getOrDefault(day, new Names(List.of(), List.of()));
    }
}
