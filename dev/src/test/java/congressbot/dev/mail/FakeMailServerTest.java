package congressbot.dev.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Talked to by the mail library that bot-api uses.
class FakeMailServerTest {
    private FakeMailServer server;

    @BeforeEach
    void start() throws IOException {
        server = FakeMailServer.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_mail_that_is_taken_is_known_by_its_id() throws MessagingException {
        String id = send();

        assertThat(server.taken()).containsExactly(id);
    }

    @Test
    void a_server_that_is_down_takes_nothing() {
        server.become(MailMood.DOWN);

        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void refusals_are_of_the_recipient() {
        server.become(MailMood.REFUSING);
        assertThatThrownBy(this::send).isInstanceOf(SendFailedException.class);

        server.become(MailMood.LATER);
        assertThatThrownBy(this::send).isInstanceOf(SendFailedException.class);
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void a_silent_server_takes_a_mail_and_never_says_so() {
        server.become(MailMood.SILENT);

        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
        assertThat(server.taken()).hasSize(1);
    }

    private String send() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "" + server.port());
        properties.put("mail.smtp.timeout", "500");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("a@congresso.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("b@congresso.example"));
        message.setText("oi");
        Transport.send(message);
        return message.getMessageID();
    }
}
