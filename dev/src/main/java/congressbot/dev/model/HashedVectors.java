package congressbot.dev.model;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.List;

/// Vectors of texts without a model: every word falls, by the hash of its beginning, into one of a few
/// dimensions. Texts that share words are near each other, and the same text has always the same
/// vector.
final class HashedVectors {
    private static final int DIMENSIONS = 64;
    private static final int STEM = 5;

    private HashedVectors() {}

    static List<Double> of(String text) {
        double[] vector = new double[DIMENSIONS];
        for (String word : Spelling.folded(text).split(" ", -1)) {
            String stem = word.substring(0, Math.min(STEM, word.length()));
            vector[Math.floorMod(stem.hashCode(), DIMENSIONS)]++;
        }
        List<Double> values = new ArrayList<>();
        for (double value : vector) {
            values.add(value);
        }
        return values;
    }
}
