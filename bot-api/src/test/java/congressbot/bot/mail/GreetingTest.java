package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.bot.mail.MailSettings.Login;
import congressbot.bot.mail.MailSettings.Security;
import congressbot.bot.mail.SmtpMailer.Patience;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How mail servers receive who only knocks.
@Timeout(60)
class GreetingTest {
    private static final Login RIGHT = new Login("user", new Secret("right-password"));
    private static final Login WRONG = new Login("user", new Secret("wrong-password"));
    private static final GreenMail SERVER = new GreenMail(
                    new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)})
            .withConfiguration(
                    GreenMailConfiguration.aConfig().withUser("user@congresso.example", "user", "right-password"));

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000); // a busy machine needs long for the first certificate
        return setup;
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void a_server_that_takes_the_login_welcomes_and_gets_no_mail() {
        assertThat(greeting(SERVER.getSmtp().getPort(), Security.NONE, Optional.of(RIGHT)))
                .isEqualTo(Greeting.WELCOME);
        assertThat(greeting(SERVER.getSmtp().getPort(), Security.NONE, Optional.empty()))
                .isEqualTo(Greeting.WELCOME);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_wrong_password_and_a_server_without_logins_are_refusals() throws IOException {
        assertThat(greeting(SERVER.getSmtp().getPort(), Security.NONE, Optional.of(WRONG)))
                .isEqualTo(Greeting.REFUSED);
        try (ScriptedServer plain = new ScriptedServer("", "")) {
            assertThat(greeting(plain.port(), Security.NONE, Optional.of(RIGHT)))
                    .isEqualTo(Greeting.REFUSED);
        }
    }

    @Test
    void a_server_without_starttls_is_left_before_the_login() throws IOException {
        try (ScriptedServer plain = new ScriptedServer("AUTH", "235 taken")) {
            assertThat(greeting(plain.port(), Security.STARTTLS, Optional.of(RIGHT)))
                    .isEqualTo(Greeting.UNPROTECTED);
        }
    }

    @Test
    void a_certificate_of_nobody_is_not_trusted() {
        assertThat(greeting(SERVER.getSmtps().getPort(), Security.TLS, Optional.of(RIGHT)))
                .isEqualTo(Greeting.UNTRUSTED);
    }

    @Test
    void who_does_not_answer_as_a_mail_server_is_away() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(greeting(free, Security.NONE, Optional.empty())).isEqualTo(Greeting.AWAY);
        try (ScriptedServer silent = new ScriptedServer("CONNECT", ScriptedServer.HANG)) {
            assertThat(greeting(silent.port(), Security.NONE, Optional.empty())).isEqualTo(Greeting.AWAY);
        }
        try (ScriptedServer closing = new ScriptedServer("CONNECT", "554 not you")) {
            assertThat(greeting(closing.port(), Security.NONE, Optional.empty()))
                    .isEqualTo(Greeting.AWAY);
        }
    }

    private static Greeting greeting(int port, Security security, Optional<Login> login) {
        Duration patience = Duration.ofSeconds(2);
        return new SmtpMailer(
                        new MailSettings("127.0.0.1", port, login, "mail@congresso.example", security),
                        InstantSource.system(),
                        new Patience(patience, patience, patience))
                .greet();
    }
}
