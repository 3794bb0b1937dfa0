package congressbot.bot.mail;

import congressbot.bot.mail.MailSettings.Login;
import congressbot.bot.mail.MailSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Hands mails to a mail server, each over a connection of its own. Any number of threads may send at
/// once.
public final class SmtpMailer implements Mailer {
    private final MailSettings settings;
    private final Session session;
    private final Envelope envelope;
    private final Refusals refusals;
    private final Letters letters = new Letters();

    /// How long each step may take: to connect, to wait for the server's next bytes, to write.
    record Patience(Duration connect, Duration read, Duration write) {
        static final Patience NORMAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    public SmtpMailer(MailSettings settings, InstantSource time) {
        this(settings, time, Patience.NORMAL);
    }

    SmtpMailer(MailSettings settings, InstantSource time, Patience patience) {
        this.settings = settings;
        session = Session.getInstance(properties(settings, patience));
        envelope = new Envelope(session, settings.sender(), time);
        refusals = new Refusals(time);
    }

    @Override
    public MailResult send(Mail mail) {
        return switch (letters.write(mail)) {
            case Draft.Letter letter -> submit(mail.key(), letter);
            case Draft.Unusable unusable -> new MailResult.Refused(unusable.reason());
        };
    }

    /// Connects, protects the connection and logs in, as for a mail, and sends none.
    public Greeting greet() {
        try {
            Transport transport = session.getTransport("smtp");
            try {
                connect(transport);
                return Greeting.WELCOME;
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            return Greeting.judge(e);
        }
    }

    private MailResult submit(String key, Draft.Letter letter) {
        try {
            submit(envelope.seal(key, letter));
            return new MailResult.Sent();
        } catch (MessagingException e) {
            return refusals.judge(e);
        }
    }

    private void submit(MimeMessage message) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.login().isEmpty()) {
            transport.connect();
            return;
        }
        Login login = settings.login().get();
        transport.connect(login.user(), login.password().reveal());
        // The library goes on without a login when the server offers none.
        if (transport instanceof SMTPTransport smtp && !smtp.supportsExtension("AUTH")) {
            throw new AuthenticationFailedException("the server offers no login");
        }
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // The fate of the mail is already known.
        }
    }

    private static Properties properties(MailSettings settings, Patience patience) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.put("mail.smtp.localhost", Envelope.domain(settings.sender()));
        properties.put("mail.smtp.connectiontimeout", millis(patience.connect()));
        properties.put("mail.smtp.timeout", millis(patience.read()));
        properties.put("mail.smtp.writetimeout", millis(patience.write()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
