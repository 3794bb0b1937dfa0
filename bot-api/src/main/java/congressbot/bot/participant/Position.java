package congressbot.bot.participant;

/// Where in the list a page begins. A page is found by a registration on its edge, so that new ones move no page, and
/// the last page costs what the first one does.
public sealed interface Position {
    /// At the beginning.
    record First() implements Position {}

    /// Behind the registration with this number.
    record After(long number) implements Position {}

    /// Right before the registration with this number.
    record Before(long number) implements Position {}
}
