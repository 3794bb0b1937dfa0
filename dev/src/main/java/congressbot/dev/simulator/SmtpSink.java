package congressbot.dev.simulator;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.dev.stores.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/// A mail server that takes every mail, for whomever, and puts it into the [Mailbox]. A mail is taken once it is kept.
final class SmtpSink implements AutoCloseable {
    private static final String EVERYBODY = "everybody";

    private final GreenMail server = new GreenMail(new ServerSetup(0, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));

    SmtpSink(Mailbox mailbox) {
        GreenMailUser everybody = everybody();
        server.getUserManager().setMessageDeliveryHandler((mail, _) -> {
            keep(mailbox, mail.getMessage());
            return everybody;
        });
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void keep(Mailbox mailbox, MimeMessage message) throws MessagingException {
        try {
            mailbox.keep(message);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept", e);
        }
    }

    private GreenMailUser everybody() {
        try {
            return server.getUserManager().createUser(EVERYBODY, EVERYBODY, EVERYBODY);
        } catch (UserException e) {
            throw new IllegalStateException("the only user of this server", e);
        }
    }
}
