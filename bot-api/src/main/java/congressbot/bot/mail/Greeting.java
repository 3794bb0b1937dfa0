package congressbot.bot.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;

/// How a mail server receives us.
public enum Greeting {
    WELCOME,
    /// Nobody answers as a mail server does.
    AWAY,
    /// The server offers no protection of the kind that we want.
    UNPROTECTED,
    /// The server's certificate is not for its name, out of date, or from nobody that is trusted.
    UNTRUSTED,
    /// User and password are not taken.
    REFUSED;

    /// The library's word, which has no exception of its own.
    private static final String STARTTLS = "STARTTLS";

    static Greeting judge(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return REFUSED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return UNTRUSTED;
            }
        }
        return String.valueOf(failure.getMessage()).contains(STARTTLS) ? UNPROTECTED : AWAY;
    }
}
