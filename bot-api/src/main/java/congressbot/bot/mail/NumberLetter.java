package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Language;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The mail to the organisers that a number of the congress does not work as it should: which, what
/// that means, and what to do.
public final class NumberLetter {
    static final String TEMPLATE = "number";

    private NumberLetter() {}

    /// Tells them.
    ///
    /// @param key of the outbox row
    /// @param to the address
    /// @param kind what is wrong: `logged-out`, `limited`, …
    /// @param called the number; empty while nobody knows it
    /// @param panel where they read more
    public static Mail of(String key, String to, Congress congress, String kind, String called, URI panel) {
        Language language = Language.PORTUGUESE; // the organisers' own
        Phrases phrases = Letters.phrases(language);
        Map<String, String> values = Map.of(
                "congress", congress.name(),
                "account", called.isEmpty() ? phrases.of("number.unknown") : called,
                "what", phrases.of("number.what-" + kind),
                "todo", phrases.of("number.todo-" + kind),
                "page", panel.toString(),
                "contact", congress.contact().full());
        return new Mail(key, to, TEMPLATE, language, values, Optional.empty());
    }
}
