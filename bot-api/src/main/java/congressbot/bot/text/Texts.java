package congressbot.bot.text;

import congressbot.wire.message.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sentences of one language.
public final class Texts {
    /// Longest reply in characters: the limit of WhatsApp's text messages.
    public static final int MAX_REPLY = 4_096;

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /// Reads the sentences that ship with the program.
    public static Texts load(Locale locale) {
        return new Texts(locale);
    }

    /// The sentence with its values. `attempt` 0 gives `key`, 1 gives `key.2`, 2 gives `key.3`, and after the last
    /// variant it begins again.
    ///
    /// @throws IllegalArgumentException when the key or a value is missing
    public String render(Text text) {
        return locale + text.key();
    }

    /// One message: what is said, the question, the numbered options. Nothing is repeated; when it would be longer
    /// than [#MAX_REPLY], the oldest of `says` give way. Empty when there is nothing to say.
    public String reply(List<Text> says, Optional<Text> asks, List<Option> options) {
        return asks.map(this::render).orElse("") + says + options;
    }
}
