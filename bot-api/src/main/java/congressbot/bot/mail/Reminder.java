package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.registration.Registered;
import congressbot.bot.text.Language;
import java.util.Map;
import java.util.Optional;

/// The mail to somebody whose document or address was typed in another chat: that she is registered, and what to do.
public final class Reminder {
    static final String TEMPLATE = "reminder";

    private Reminder() {}

    /// Tells the person that her registration holds.
    ///
    /// @param key of the outbox row
    public static Mail of(String key, Congress congress, Language language, Registered registered) {
        Values all = new Values(congress, Letters.phrases(language));
        Map<String, String> values = all.ofEveryMail(registered);
        values.putAll(all.ofCongress());
        String to = registered.registration().email().value();
        return new Mail(key, to, TEMPLATE, language, values, Optional.empty());
    }
}
