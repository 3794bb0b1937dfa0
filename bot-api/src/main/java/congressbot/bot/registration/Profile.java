package congressbot.bot.registration;

/// In which role the person takes part: a label of the congress, verbatim.
public record Profile(String label) implements Answer {
    public Profile {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a profile has a label");
        }
    }

    @Override
    public Field field() {
        return Field.PROFILE;
    }

    @Override
    public String shown() {
        return label;
    }
}
