package congressbot.bot.panel;

/// What stands on every page.
///
/// @param congress its name
/// @param common path of the stylesheet of all our pages
/// @param own path of the panel's
public record Frame(String congress, String common, String own) {}
