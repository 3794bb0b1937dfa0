package congressbot.bot.registration;

/// The name that a person wants on the badge, where it is another than the full name.
public record BadgeName(String value) implements Answer {
    static final int MAX_LENGTH = 60;

    public BadgeName {
        if (value.isBlank() || value.codePointCount(0, value.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("a name on a badge has 1 to 60 characters");
        }
    }

    @Override
    public Field field() {
        return Field.BADGE;
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String toString() {
        return "BadgeName[" + value.substring(0, value.offsetByCodePoints(0, 1)) + "…]";
    }
}
