package congressbot.bot.mail;

import congressbot.wire.process.Env;
import congressbot.wire.process.Profile;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The mail server that takes our mail, and who we are to it.
///
/// @param login empty when the server wants none
/// @param from an address, or `Name <address>`
public record MailSettings(String host, int port, Optional<Login> login, String from, Security security) {
    private static final int MAX_PORT = 65_535;

    public MailSettings {
        if (host.isBlank() || port < 1 || port > MAX_PORT || sender(from).isEmpty()) {
            throw new IllegalArgumentException("a mail server has a host, a port, and mail a sender");
        }
    }

    /// How the connection is protected. A protected one checks the server's certificate and name.
    public enum Security {
        /// Not at all: for a server on this machine.
        NONE(25),
        /// Begins in clear and turns to TLS, or ends.
        STARTTLS(587),
        /// TLS from the first byte.
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    public record Login(String user, Secret password) {}

    /// The settings; empty when `SMTP_HOST` is absent, or after a problem was noted.
    public static Optional<MailSettings> from(Env env) {
        Optional<String> host = env.optional(Variable.SMTP_HOST);
        Optional<String> from = env.optional(Variable.SMTP_FROM);
        Optional<Login> login = login(env);
        Security security = env.oneOf(Variable.SMTP_SECURITY, Security.class, Security.STARTTLS);
        int port = env.number(Variable.SMTP_PORT, security.usualPort, 1, MAX_PORT);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (security == Security.NONE && env.profile() == Profile.PROD) {
            env.problem(Variable.SMTP_SECURITY, "starttls or tls");
        }
        if (from.flatMap(MailSettings::sender).isEmpty()) {
            env.problem(Variable.SMTP_FROM, "an address, or a name and an <address>, when SMTP_HOST is given");
            return Optional.empty();
        }
        return Optional.of(new MailSettings(host.get(), port, login, from.get(), security));
    }

    private static Optional<Login> login(Env env) {
        Optional<String> user = env.optional(Variable.SMTP_USER);
        Optional<Secret> password = env.optionalSecret(Variable.SMTP_PASSWORD);
        if (user.isPresent() && password.isEmpty()) {
            env.problem(Variable.SMTP_PASSWORD, "a password, when SMTP_USER is given");
        }
        if (user.isEmpty() && password.isPresent()) {
            env.problem(Variable.SMTP_USER, "a user, when SMTP_PASSWORD is given");
        }
        return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    InternetAddress sender() {
        return sender(from).orElseThrow();
    }

    private static Optional<InternetAddress> sender(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return Optional.of(address).filter(MailSettings::isPlain);
        } catch (AddressException | UnsupportedEncodingException _) {
            return Optional.empty(); // the caller says what is expected
        }
    }

    private static boolean isPlain(InternetAddress address) {
        String bare = address.getAddress();
        return bare.indexOf('@') > 0 && bare.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
