package congressbot.bot.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes mails from their templates: `{name}.txt` gives subject and text, `mail/{name}.jte` the HTML with the same
/// values.
final class Letters {
    private static final Set<String> TEMPLATES = Set.of(Confirmation.TEMPLATE);

    /// What could break a header line or turn a line of text around.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}" + "\\x{2066}-\\x{2069}]+");

    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[!-~&&[^<>()\\[\\],;:\"\\\\]]{3,254}");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, TextTemplate> texts = new HashMap<>();

    Letters() {
        TEMPLATES.forEach(name -> texts.put(name, TextTemplate.load(name)));
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
        missing.removeAll(mail.values().keySet());
        return missing.isEmpty() ? letter(to.get(), mail, text) : new Draft.Unusable("without a value for " + missing);
    }

    private Draft.Letter letter(InternetAddress to, Mail mail, TextTemplate text) {
        Map<String, String> values = new HashMap<>();
        mail.values().forEach((name, value) -> values.put(name, oneLine(value)));
        StringOutput html = new StringOutput();
        engine.render("mail/" + mail.template() + ".jte", Map.<String, Object>copyOf(values), html);
        return new Draft.Letter(to, text.subject(values), text.text(values), html.toString());
    }

    private static String oneLine(String value) {
        return UNPRINTABLE.matcher(value).replaceAll(" ").strip();
    }

    /// One bare ASCII address. Quoted local parts are refused: hardly a server takes them, and they carry injections.
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
