package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.bot.mail.MailSettings.Login;
import congressbot.bot.mail.MailSettings.Security;
import congressbot.bot.testing.LogLines;
import congressbot.bot.text.Language;
import congressbot.wire.process.Secret;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {
    /// A busy machine needs long for the first certificate.
    private static final long START_MS = 60_000;

    private static final String HOST = "127.0.0.1";
    private static final String FROM = "Congresso de Educação <mail@congresso.example>";
    private static final Login RIGHT = new Login("user", new Secret("right-password"));
    private static final Login WRONG = new Login("user", new Secret("wrong-password"));

    private static final GreenMail SERVER = new GreenMail(
                    new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)})
            .withConfiguration(
                    GreenMailConfiguration.aConfig().withUser("user@congresso.example", "user", "right-password"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T09:05:07Z"));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterEach
    void forget() throws FolderException {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void a_mail_arrives_in_both_forms() throws Exception {
        assertThat(mailer(Optional.of(RIGHT)).send(Samples.confirmation())).isEqualTo(new MailResult.Sent());

        MimeMessage received = received();
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Olá, Conceição!", "D'Ávila Araújo");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("Conceição", "Inscrição", "12 a 14 de novembro");
    }

    @Test
    void a_file_travels_beside_both_forms() throws Exception {
        Mail mail = Samples.data(Language.PORTUGUESE);

        assertThat(mailer(Optional.empty()).send(mail)).isEqualTo(new MailResult.Sent());

        MimeMultipart parts = (MimeMultipart) received().getContent();
        MimeMultipart read = (MimeMultipart) parts.getBodyPart(0).getContent();
        BodyPart file = parts.getBodyPart(1);
        assertThat(received().getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(read.getContentType()).startsWith("multipart/alternative");
        assertThat((String) read.getBodyPart(0).getContent()).contains("Olá, Conceição!");
        assertThat((String) read.getBodyPart(1).getContent()).contains("<html lang=\"pt-BR\">");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("meus-dados-128.json");
        assertThat(file.getContentType()).startsWith("application/json");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(mail.attachment().orElseThrow().text())
                .contains("Conceição");
    }

    @Test
    void a_long_key_makes_a_short_id_of_its_own() throws Exception {
        Mail one = Samples.mail("m:1:" + "x".repeat(300) + "1", "ana@ufg.br", "confirmation", values());
        Mail other = Samples.mail("m:1:" + "x".repeat(300) + "2", "ana@ufg.br", "confirmation", values());

        mailer(Optional.empty()).send(one);
        mailer(Optional.empty()).send(other);
        mailer(Optional.empty()).send(one);

        MimeMessage[] received = SERVER.getReceivedMessages();
        assertThat(received[0].getMessageID()).hasSizeLessThan(100).isEqualTo(received[2].getMessageID());
        assertThat(received[1].getMessageID()).isNotEqualTo(received[0].getMessageID());
    }

    private static Map<String, String> values() {
        return Samples.confirmation().values();
    }

    @Test
    void its_headers_are_right() throws Exception {
        mailer(Optional.empty()).send(Samples.confirmation());

        MimeMessage received = received();
        assertThat(received.getHeader("To")).containsExactly("conceicao@ufg.br");
        assertThat(received.getFrom()[0].toString()).contains("<mail@congresso.example>");
        assertThat(received.getHeader("From")[0]).isPrintable().startsWith("=?UTF-8?");
        assertThat(received.getSubject())
                .isEqualTo("Inscrição nº 128 confirmada: XII Congresso Goiano de Educação e Ação Social");
        assertThat(received.getHeader("Date")).containsExactly("Mon, 2 Nov 2026 09:05:07 +0000");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("Message-ID"))
                .containsExactly("<confirmation%3Adefault%3A128@congresso.example>");
    }

    @Test
    void every_try_has_the_same_message_id_and_another_mail_has_another() throws Exception {
        Mailer mailer = mailer(Optional.empty());
        Mail other = Samples.mail(
                "confirmation.default/128",
                "ana@ufg.br",
                "confirmation",
                Samples.confirmation().values());

        mailer.send(Samples.confirmation());
        mailer.send(Samples.confirmation());
        mailer.send(other);

        MimeMessage[] received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(3);
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
        assertThat(received[2].getMessageID())
                .isNotEqualTo(received[0].getMessageID())
                .isEqualTo("<confirmation%2Edefault%2F128@congresso.example>");
    }

    @Test
    void line_breaks_in_a_value_add_no_header() throws Exception {
        Mail mail = Samples.confirmationWith("congress", "Congresso\r\nBcc: eve@example.org\r\n\r\nbody");

        assertThat(mailer(Optional.empty()).send(mail)).isEqualTo(new MailResult.Sent());

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getSubject()).endsWith("Congresso Bcc: eve@example.org body");
    }

    @Test
    void the_cpf_is_nowhere_in_what_travels() {
        mailer(Optional.empty()).send(Samples.confirmation());

        assertThat(GreenMailUtil.getWholeMessage(received()))
                .contains("Concei=C3=A7=C3=A3o")
                .doesNotContain(Samples.CPF, "529.982");
    }

    @Test
    void a_wrong_password_is_tried_again_and_told_once_a_minute() {
        Mailer mailer = mailer(Optional.of(WRONG));

        try (LogLines lines = LogLines.of(Refusals.class)) {
            assertThat(mailer.send(Samples.confirmation()))
                    .isEqualTo(new MailResult.TryLater("the login was not accepted"));
            mailer.send(Samples.confirmation());
            now.updateAndGet(time -> time.plus(Duration.ofSeconds(61)));
            mailer.send(Samples.confirmation());

            assertThat(lines.events()).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.ERROR);
        }
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_starttls_gets_no_mail_when_it_is_required() {
        Mailer mailer = mailer(SERVER.getSmtp().getPort(), Security.STARTTLS, Optional.of(RIGHT));

        assertThat(mailer.send(Samples.confirmation())).isInstanceOf(MailResult.TryLater.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_with_a_certificate_of_nobody_gets_no_mail() {
        Mailer mailer = mailer(SERVER.getSmtps().getPort(), Security.TLS, Optional.of(RIGHT));

        assertThat(mailer.send(Samples.confirmation()))
                .isEqualTo(new MailResult.TryLater("the connection failed: SSLHandshakeException"));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    private Mailer mailer(Optional<Login> login) {
        return mailer(SERVER.getSmtp().getPort(), Security.NONE, login);
    }

    private Mailer mailer(int port, Security security, Optional<Login> login) {
        return new SmtpMailer(new MailSettings(HOST, port, login, FROM, security), now::get);
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, HOST, protocol);
        setup.setServerStartupTimeout(START_MS);
        return setup;
    }

    private static MimeMessage received() {
        return SERVER.getReceivedMessages()[0];
    }
}
