package congressbot.bot.registration;

/// A person's full name: two words or more, in any script.
public record FullName(String value) implements Answer {
    static final int MIN_LENGTH = 2;
    static final int MAX_LENGTH = 120;

    public FullName {
        if (length(value) < MIN_LENGTH || length(value) > MAX_LENGTH) {
            throw new IllegalArgumentException("a name has 2 to 120 characters");
        }
    }

    /// In characters as PostgreSQL counts them, not in UTF-16 units.
    static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /// The first word, to call the person by.
    public String first() {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    @Override
    public Field field() {
        return Field.NAME;
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String toString() {
        return "FullName[" + value.substring(0, value.offsetByCodePoints(0, 1)) + "…]";
    }
}
