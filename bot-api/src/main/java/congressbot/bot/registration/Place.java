package congressbot.bot.registration;

/// Where a person lives.
public sealed interface Place extends Answer permits Municipality, Abroad {
    @Override
    default Field field() {
        return Field.CITY;
    }
}
