package congressbot.bot.mail;

import congressbot.bot.text.Language;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes mails from their templates: `{name}.txt` gives the text, `mail/{name}.jte` the HTML, both
/// with the same phrases and values.
final class Letters {
    static final Set<String> TEMPLATES = Set.of(
            Confirmation.TEMPLATE, DataLetter.TEMPLATE, Reminder.TEMPLATE, AlertLetter.TEMPLATE, NumberLetter.TEMPLATE);

    private static final Map<Language, Phrases> PHRASES = phrases();

    /// What could break a header line or turn a line of text around.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}" + "\\x{2066}-\\x{2069}]+");

    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[!-~&&[^<>()\\[\\],;:\"\\\\]]{3,254}");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, TextTemplate> texts = new HashMap<>();

    Letters() {
        TEMPLATES.forEach(name -> texts.put(name, TextTemplate.load(name)));
    }

    static Phrases phrases(Language language) {
        return Objects.requireNonNull(PHRASES.get(language));
    }

    private static Map<Language, Phrases> phrases() {
        Map<Language, Phrases> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, Phrases.load(language));
        }
        return all;
    }

    Draft write(Mail mail) {
        Optional<InternetAddress> to = address(mail.to());
        TextTemplate text = texts.get(mail.template());
        if (to.isEmpty()) {
            return new Draft.Unusable("the address is no address");
        }
        if (text == null) {
            return new Draft.Unusable("no such template");
        }
        Set<String> missing = new TreeSet<>(text.names());
        missing.addAll(phrases(mail.language()).placeholders(mail.template()));
        missing.removeAll(mail.values().keySet());
        return missing.isEmpty() ? letter(to.get(), mail, text) : new Draft.Unusable("without a value for " + missing);
    }

    private Draft.Letter letter(InternetAddress to, Mail mail, TextTemplate text) {
        Map<String, String> values = new HashMap<>();
        mail.values().forEach((name, value) -> values.put(name, oneLine(value)));
        Page page = new Page(mail.template(), phrases(mail.language()), values);
        StringOutput html = new StringOutput();
        engine.render("mail/" + mail.template() + ".jte", page, html);
        return new Draft.Letter(to, page.says("subject"), text.filled(page), html.toString(), mail.attachment());
    }

    private static String oneLine(String value) {
        return UNPRINTABLE.matcher(value).replaceAll(" ").strip();
    }

    /// One bare ASCII address. Quoted local parts are refused: hardly a server takes them, and they
    /// carry injections.
    private static Optional<InternetAddress> address(String text) {
        if (!PLAIN_ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return Optional.of(address).filter(valid -> valid.getAddress().indexOf('@') > 0);
        } catch (AddressException _) {
            return Optional.empty(); // the caller says what follows
        }
    }
}
