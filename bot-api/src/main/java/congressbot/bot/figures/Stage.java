package congressbot.bot.figures;

import java.util.Locale;

/// How far somebody comes, from the first message to the registration. Who passes a stage has reached it.
public enum Stage {
    /// The chat began.
    BEGUN(0),
    NAME(1),
    EMAIL(2),
    DOCUMENT(3),
    PHONE(4),
    CITY(5),
    PROFILE(6),
    /// All is told, and waits for a yes.
    SUMMARY(7),
    REGISTERED(8);

    private final int place;

    Stage(int place) {
        this.place = place;
    }

    /// Of two stages the later one has the higher place; between them stand all others.
    public int place() {
        return place;
    }

    /// As it is stored.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
