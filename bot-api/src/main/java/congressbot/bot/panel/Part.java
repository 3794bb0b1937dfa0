package congressbot.bot.panel;

/// A part of the panel: some pages about one thing.
@FunctionalInterface
public interface Part {
    void addTo(Desk desk);
}
