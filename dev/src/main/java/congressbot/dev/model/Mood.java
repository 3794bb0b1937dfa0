package congressbot.dev.model;

import java.util.Arrays;
import java.util.Optional;

/// How a fake model behaves.
public enum Mood {
    /// Answers from the given passages alone, in their own sentences, and names them.
    HONEST,
    /// Honest after some seconds.
    SLOW,
    /// Says nothing for a minute.
    HANGING,
    /// 500, 502, 503 in turn.
    FAILING,
    /// 429, with a wait of a second.
    LIMITING,
    /// What is no JSON, or JSON of something else.
    NONSENSE,
    /// Five megabytes, or an answer that never ends.
    ENDLESS,
    /// As nasty as it can: leaks what it was told, invents people and prices, claims deeds, spreads links.
    MALICIOUS;

    /// The mood of this name, in letters of any size.
    public static Optional<Mood> named(String name) {
        return Arrays.stream(values())
                .filter(mood -> mood.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
