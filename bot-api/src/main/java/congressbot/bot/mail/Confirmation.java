package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.registration.Registered;
import congressbot.bot.text.Language;
import java.util.Map;
import java.util.Optional;

/// The mail that confirms a registration.
public final class Confirmation {
    static final String TEMPLATE = "confirmation";

    private Confirmation() {}

    /// Tells the person what was registered.
    ///
    /// @param key of the outbox row
    /// @param registered with the number that the person was told in the chat
    public static Mail of(String key, Congress congress, Language language, Registered registered) {
        Values all = new Values(congress, Letters.phrases(language));
        Map<String, String> values = all.ofEveryMail(registered);
        values.putAll(all.ofCongress());
        values.putAll(all.ofBadge(registered.registration()));
        String to = registered.registration().email().value();
        return new Mail(key, to, TEMPLATE, language, values, Optional.empty());
    }
}
