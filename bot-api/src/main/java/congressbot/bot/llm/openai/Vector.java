package congressbot.bot.llm.openai;

import java.util.List;

/// Where a text stands among all others, as an embedding model sees it.
public final class Vector {
    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /// Takes the values over.
    public static Vector of(float[] values) {
        return new Vector(values);
    }

    public static Vector of(List<? extends Number> values) {
        float[] copy = new float[values.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values.get(i).floatValue();
        }
        return new Vector(copy);
    }

    /// For a store, not to be changed.
    public float[] values() {
        return values;
    }

    /// How near the other one is: 1 in the same direction, 0 at a right angle or when they cannot be compared.
    public double cosine(Vector other) {
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < values.length && values.length == other.values.length; i++) {
            product += values[i] * other.values[i];
            own += values[i] * values[i];
            others += other.values[i] * other.values[i];
        }
        return own == 0 || others == 0 ? 0 : product / Math.sqrt(own * others);
    }
}
