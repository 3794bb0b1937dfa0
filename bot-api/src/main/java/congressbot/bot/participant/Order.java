package congressbot.bot.participant;

/// In which order the list stands. Equal values stand in the order of their numbers.
public record Order(Key key, boolean descending) {
    public static final Order NEWEST = new Order(Key.NUMBER, true);

    /// By what is sorted.
    public enum Key {
        NUMBER("id"),
        NAME("plain_name"),
        EMAIL("email COLLATE \"C\""),
        CITY("plain_city"),
        STATE("state"),
        PROFILE("profile"),
        STATUS("status"),
        REGISTERED("created_at");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }
    }

    /// The other way round.
    Order reversed() {
        return new Order(key, !descending);
    }

    String expression() {
        return key.expression;
    }
}
