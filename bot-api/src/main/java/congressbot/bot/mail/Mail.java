package congressbot.bot.mail;

import congressbot.bot.text.Language;
import java.util.Map;
import java.util.Optional;

/// One mail, complete: what a row of the outbox holds as JSON. It is rendered when it is sent, perhaps hours later and
/// perhaps twice. A changed shape must still read the older ones.
///
/// @param key of the outbox row; the Message-ID is made of it, the same on every try
/// @param to the address; judged when the mail is sent
/// @param template names the texts, `confirmation`
/// @param language in which it is written
/// @param values of the template's placeholders; a whole CPF is never among them
public record Mail(
        String key,
        String to,
        String template,
        Language language,
        Map<String, String> values,
        Optional<Attachment> attachment) {
    /// Room for a number, a cause, and the id of a turn, of which account and message have 128 characters each.
    static final int MAX_KEY_LENGTH = 350;

    public Mail {
        values = Map.copyOf(values);
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a mail has a key of 1 to 350 characters");
        }
    }

    /// Without the address and the values, which are personal.
    @Override
    public String toString() {
        return "Mail[" + key + ", " + template + "]";
    }
}
