package congressbot.bot.registration;

import java.time.Instant;

/// The privacy notice that a person was shown before the first question.
public record Notice(String version, Instant shownAt) {}
