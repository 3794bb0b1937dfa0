package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.mail.MailSettings.Security;
import congressbot.bot.mail.SmtpMailer.Patience;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mail servers that do not take a mail.
@Timeout(60)
class SmtpFailureTest {
    private static final Patience LITTLE = patience(Duration.ofMillis(300));
    private static final Patience MUCH = patience(Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user ana@ufg.br, 'the recipient was refused, 550'",
        "RCPT, 552 mailbox of ana@ufg.br is full, 'the recipient was refused, 552'",
        "DATA, 554 no, 'the message was refused, 554'",
        "., 554 spam from ana@ufg.br, 'the message was refused, 554'",
    })
    void a_lasting_refusal_of_recipient_or_message_is_final(String step, String reply, String reason)
            throws IOException {
        assertThat(resultOf(step, reply, MUCH)).isEqualTo(new MailResult.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 greylisted ana@ufg.br, 'the recipient was not taken, 451'",
        "RCPT, 421 closing, 'the recipient was not taken, 421'",
        "., 451 later, 'the message was not taken, 451'",
        "MAIL, 451 later, 'the sender was not taken, 451'",
        "MAIL, 550 unknown sender, 'the sender was not taken, 550'",
        "MAIL, 530 authentication required, the login was not accepted",
        "RCPT, 530 authentication required, the login was not accepted",
        "CONNECT, 554 not you, the connection failed: MessagingException",
        "RCPT, nonsense, 'the recipient was not taken, -1'",
    })
    void everything_else_is_tried_again(String step, String reply, String reason) throws IOException {
        assertThat(resultOf(step, reply, MUCH)).isEqualTo(new MailResult.TryLater(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_server_that_hangs_is_left_and_tried_again(String step) throws IOException {
        assertThat(resultOf(step, ScriptedServer.HANG, LITTLE))
                .isEqualTo(new MailResult.TryLater("the connection failed: SocketTimeoutException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_server_that_hangs_up_is_tried_again(String step) throws IOException {
        assertThat(resultOf(step, ScriptedServer.HANG_UP, MUCH)).isInstanceOf(MailResult.TryLater.class);
    }

    @Test
    void a_mail_that_was_taken_is_sent_though_the_server_hangs_afterwards() throws IOException {
        assertThat(resultOf("QUIT", ScriptedServer.HANG, MUCH)).isEqualTo(new MailResult.Sent());
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(mailer(free, Security.NONE, MUCH).send(Samples.confirmation()))
                .isEqualTo(new MailResult.TryLater("the connection failed: ConnectException"));
    }

    @Test
    void nothing_is_said_in_clear_when_starttls_is_required() throws IOException {
        try (ScriptedServer server = new ScriptedServer("MAIL", ScriptedServer.HANG)) {
            assertThat(mailer(server.port(), Security.STARTTLS, MUCH).send(Samples.confirmation()))
                    .isEqualTo(new MailResult.TryLater("the connection failed: MessagingException"));
        }
    }

    private static MailResult resultOf(String step, String reply, Patience patience) throws IOException {
        try (ScriptedServer server = new ScriptedServer(step, reply)) {
            return mailer(server.port(), Security.NONE, patience).send(Samples.confirmation());
        }
    }

    private static Mailer mailer(int port, Security security, Patience patience) {
        return new SmtpMailer(
                new MailSettings("127.0.0.1", port, Optional.empty(), "mail@congresso.example", security),
                InstantSource.system(),
                patience);
    }

    private static Patience patience(Duration each) {
        return new Patience(each, each, each);
    }
}
