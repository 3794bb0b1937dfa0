package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.bot.mail.MailSettings.Security;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every mailer.
class MailerContractTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    static Stream<Mailer> mailers() {
        MailSettings settings = new MailSettings(
                "127.0.0.1", SERVER.getSmtp().getPort(), Optional.empty(), "mail@congresso.example", Security.NONE);
        return Stream.of(new SmtpMailer(settings, InstantSource.system()), new LogMailer());
    }

    @ParameterizedTest
    @MethodSource("mailers")
    void a_good_mail_is_sent(Mailer mailer) {
        assertThat(mailer.send(Samples.confirmation())).isEqualTo(new MailResult.Sent());
    }

    @ParameterizedTest
    @MethodSource("mailers")
    void a_mail_to_no_address_is_refused(Mailer mailer) {
        assertThat(mailer.send(Samples.confirmationTo("ana@ufg.br\r\nRCPT TO:<eve@example.org>")))
                .isEqualTo(new MailResult.Refused("the address is no address"));
    }

    @ParameterizedTest
    @MethodSource("mailers")
    void a_mail_that_cannot_be_written_is_refused(Mailer mailer) {
        assertThat(mailer.send(Samples.mail("k", "ana@ufg.br", "nothing", Map.of())))
                .isEqualTo(new MailResult.Refused("no such template"));
    }
}
