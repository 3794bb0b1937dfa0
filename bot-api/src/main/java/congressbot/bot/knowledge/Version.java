package congressbot.bot.knowledge;

/// A version of a document with its text.
public record Version(Edition edition, String content) {}
