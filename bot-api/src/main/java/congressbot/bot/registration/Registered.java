package congressbot.bot.registration;

/// A confirmed registration and its number.
public record Registered(long number, Registration registration) {}
