package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Language;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The mail to the organisers that a chat wants a person: why, and where. Nothing that was said there.
public final class AlertLetter {
    static final String TEMPLATE = "alert";

    private AlertLetter() {}

    /// Tells them.
    ///
    /// @param key of the outbox row
    /// @param to the address
    /// @param kind what happened: `asked`, `failures`, …
    /// @param page where the chat is read
    public static Mail of(String key, String to, Congress congress, String kind, URI page) {
        Language language = Language.PORTUGUESE; // the organisers' own
        Map<String, String> values = Map.of(
                "congress", congress.name(),
                "why", Letters.phrases(language).of("alert.why-" + kind),
                "page", page.toString(),
                "contact", congress.contact().full());
        return new Mail(key, to, TEMPLATE, language, values, Optional.empty());
    }
}
