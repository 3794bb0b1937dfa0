package congressbot.bot.participant;

/// Where in the list, newest first, somebody reads. Positions are numbers of registrations, so that a page stays the
/// same while others register.
public sealed interface Position {
    /// At its beginning.
    record Newest() implements Position {}

    /// Below this number.
    record OlderThan(long number) implements Position {}

    /// Above this number.
    record NewerThan(long number) implements Position {}
}
