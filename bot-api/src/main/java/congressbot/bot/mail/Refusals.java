package congressbot.bot.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges why a mail did not leave: only a lasting refusal (5xx) of this recipient or this message is final. What is
/// wrong with us or with the connection will be mended, and the mail waits for that.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);
    private static final int PERMANENT = 500;
    private static final int BEYOND = 600;

    private final InstantSource time;
    private final AtomicReference<Instant> alarmed = new AtomicReference<>(Instant.MIN);

    Refusals(InstantSource time) {
        this.time = time;
    }

    MailResult judge(MessagingException failure) {
        return switch (failure) {
            case AuthenticationFailedException _ -> unauthenticated();
            case SMTPSendFailedException refused when refused.getCommand().startsWith("MAIL") -> sender(refused);
            case SMTPSendFailedException refused -> byCode("the message", refused.getReturnCode());
            case SMTPAddressFailedException refused -> byCode("the recipient", refused.getReturnCode());
            default -> inner(failure);
        };
    }

    /// The refusal of a recipient comes wrapped, and so does a broken connection.
    private MailResult inner(MessagingException failure) {
        return failure.getNextException() instanceof MessagingException next
                ? judge(next)
                : new MailResult.TryLater("the connection failed: " + kind(failure));
    }

    private MailResult sender(SMTPSendFailedException refused) {
        int code = refused.getReturnCode();
        return wantsLogin(code) ? unauthenticated() : new MailResult.TryLater("the sender was not taken, " + code);
    }

    private MailResult byCode(String what, int code) {
        if (wantsLogin(code)) {
            return unauthenticated();
        }
        return code >= PERMANENT && code < BEYOND
                ? new MailResult.Refused(what + " was refused, " + code)
                : new MailResult.TryLater(what + " was not taken, " + code);
    }

    /// Codes of RFC 4954 and its forerunners: our login is missing, too weak or wrong.
    private static boolean wantsLogin(int code) {
        return switch (code) {
            case 530, 534, 535, 538 -> true;
            default -> false;
        };
    }

    private MailResult unauthenticated() {
        Instant now = time.instant();
        Instant last = alarmed.get();
        if (last.isBefore(now.minus(BETWEEN_ALARMS)) && alarmed.compareAndSet(last, now)) {
            LOG.error(
                    "the mail server does not accept our login: mails wait until SMTP_USER and SMTP_PASSWORD are right");
        }
        return new MailResult.TryLater("the login was not accepted");
    }

    /// The kind of failure, without its text: that may hold an address.
    private static String kind(MessagingException failure) {
        Exception cause = failure.getNextException();
        return cause == null
                ? failure.getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }
}
