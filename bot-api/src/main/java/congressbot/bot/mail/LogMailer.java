package congressbot.bot.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes mails to nobody, for development without a mail server: a line in the log says that one would have left.
public final class LogMailer implements Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(LogMailer.class);

    private final Letters letters = new Letters();

    @Override
    public MailResult send(Mail mail) {
        return switch (letters.write(mail)) {
            case Draft.Letter letter -> {
                LOG.atInfo()
                        .addKeyValue("key", mail.key())
                        .addKeyValue("to", masked(letter.to().getAddress()))
                        .log("no mail server is set: a mail was not sent");
                yield new MailResult.Sent();
            }
            case Draft.Unusable unusable -> new MailResult.Refused(unusable.reason());
        };
    }

    /// `maria@ufg.br` → `m***@ufg.br`.
    private static String masked(String address) {
        return address.charAt(0) + "***" + address.substring(address.lastIndexOf('@'));
    }
}
