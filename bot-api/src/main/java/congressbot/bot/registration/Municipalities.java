package congressbot.bot.registration;

/// All Brazilian municipalities, found by name.
public final class Municipalities {
    private Municipalities() {}

    /// Reads the list that ships with the program.
    public static Municipalities load() {
        return new Municipalities();
    }
}
