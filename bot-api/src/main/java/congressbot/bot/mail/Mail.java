package congressbot.bot.mail;

import java.util.Map;

/// One mail, complete: what a row of the outbox holds as JSON. It is rendered when it is sent, perhaps hours later and
/// perhaps twice.
///
/// @param key of the outbox row; the Message-ID is made of it, the same on every try
/// @param to the address; judged when the mail is sent
/// @param template names the texts, `confirmation`
/// @param values of the template's placeholders; a CPF is never among them
public record Mail(String key, String to, String template, Map<String, String> values) {
    static final int MAX_KEY_LENGTH = 200;

    public Mail {
        values = Map.copyOf(values);
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("a mail has a key of 1 to 200 characters");
        }
    }

    /// Without the address and the values, which are personal.
    @Override
    public String toString() {
        return "Mail[" + key + ", " + template + "]";
    }
}
