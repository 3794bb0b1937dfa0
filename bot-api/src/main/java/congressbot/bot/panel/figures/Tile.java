package congressbot.bot.panel.figures;

/// One number with its name.
///
/// @param change against the days before; empty when there is nothing to compare
/// @param note what else is to be known of it; empty for nothing
public record Tile(String name, String value, String change, String note) {}
