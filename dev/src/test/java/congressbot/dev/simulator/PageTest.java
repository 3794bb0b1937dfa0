package congressbot.dev.simulator;

import static congressbot.dev.simulator.TestSimulator.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The simulator as its page sees it.
class PageTest {
    @TempDir
    Path folder;

    private TestSimulator test;

    @BeforeEach
    void open() {
        test = new TestSimulator(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_new_demo_begins_with_two_phones() {
        JsonNode state = test.state();

        assertThat(state.path("phones").findValuesAsText("name")).containsExactly("Maria", "João");
        assertThat(state.path("magicWords").findValuesAsText("word"))
                .containsExactly("!duplicado", "!lento", "!falha", "!fora-do-ar", "!desordem");
        assertThat(state.at("/account/name").asText()).isEqualTo("CBAS 2027");
        assertThat(state.at("/links/panel").asText()).isEqualTo("http://localhost/painel");
    }

    @Test
    void a_phone_can_be_added_up_to_twelve() {
        HttpResponse<String> ana = test.post("/api/phones", "{\"name\":\" Ana \"}");
        for (int i = 4; i <= 12; i++) {
            assertThat(test.post("/api/phones", "{}").statusCode()).isEqualTo(201);
        }

        assertThat(TestSimulator.read(ana.body()).path("name").asText()).isEqualTo("Ana");
        assertThat(test.state().path("phones").findValuesAsText("number"))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(test.post("/api/phones", "{}").statusCode()).isEqualTo(400);
    }

    static Stream<Arguments> refused() {
        String tooLong = "x".repeat(4_097);
        return Stream.of(
                Arguments.of("/text", "{\"text\":\"" + tooLong + "\"}"),
                Arguments.of("/text", "{\"text\":\" \"}"),
                Arguments.of("/text", "{"),
                Arguments.of("/voice", "RIFF, not Ogg"),
                Arguments.of("/image", "GIF89a"),
                Arguments.of("/location", "{\"latitude\":91,\"longitude\":0}"),
                Arguments.of("/location", "{\"latitude\":1}"),
                Arguments.of("/staff", "{\"text\":\"\"}"),
                Arguments.of("/document?name=a.pdf", "PK, a Word file"),
                Arguments.of("/document", "%PDF-1.7"),
                Arguments.of("/contact", "{\"name\":\"João\",\"phone\":\"12\"}"),
                Arguments.of("/poll", "{\"question\":\"Quando?\",\"options\":[\"Hoje\"]}"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_sent_is_refused_in_portuguese(String path, String body) {
        HttpResponse<String> answer = test.post("/api/phones/" + MARIA + path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestSimulator.read(answer.body()).path("title").asText()).matches("A .*\\.|O .*\\.");
        assertThat(test.phone(MARIA).path("messages")).isEmpty();
    }

    @Test
    void only_her_own_messages_can_a_person_change() {
        test.send(MARIA, "olá");
        String ours = test.phone(MARIA).at("/messages/0/id").asText();
        String message = "/api/phones/" + MARIA + "/messages/" + ours;

        assertThat(test.put(message, Map.of("text", "tchau")).statusCode()).isEqualTo(400);
        assertThat(test.delete(message).statusCode()).isEqualTo(400);
        assertThat(test.put(message + "/reaction", Map.of("emoji", "no emoji is as long as this"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(test.phone(MARIA).at("/messages/0/content/text").asText()).isEqualTo("olá");
    }

    @Test
    void a_phone_that_does_not_exist_is_not_found() {
        assertThat(test.say("5511999999999", "oi").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_may_run_its_own_scripts_only() {
        HttpResponse<String> page = test.get("/");

        assertThat(page.body()).contains("<html lang=\"pt-BR\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2ftexts.properties",
                "/assets/texts.properties",
                "/assets/nothing.js",
                "/statics/media/x.ogg"
            })
    void what_is_no_file_of_the_page_is_not_found(String path) {
        assertThat(test.get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void another_site_cannot_use_the_phones() {
        HttpResponse<String> answer = test.exchange(test.post("/api/phones/" + MARIA + "/text")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("{\"text\":\"oi\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(test.exchange(test.post("/api/phones")
                                .header("Origin", "https://mau.example")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(test.exchange(HttpRequest.newBuilder(test.at("/api/events")).header("Sec-Fetch-Site", "same-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(test.phone(MARIA).path("messages")).isEmpty();
    }

    /// A foreign name that points to this machine: so a page elsewhere could read ours.
    @Test
    void another_name_of_this_machine_is_refused() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), test.simulator().port())) {
            socket.getOutputStream()
                    .write("GET /api/events HTTP/1.1\r\nHost: mau.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void a_mail_is_kept_and_shown_with_its_parts_and_without_scripts() throws Exception {
        Message mail = mail("<1@congresso.example>");
        Transport.send(mail);
        Transport.send(mail);
        Transport.send(mail("<2@congresso.example>"));

        assertThat(test.state().path("mails").findValuesAsText("id")).containsExactly("2", "1");
        JsonNode opened = TestSimulator.read(test.get("/api/mails/1").body());
        assertThat(opened.path("subject").asText()).isEqualTo("Inscrição nº 1");
        assertThat(opened.path("to").asText()).isEqualTo("maria@ufg.br");
        assertThat(opened.path("text").asText()).isEqualTo("Olá, Maria");
        assertThat(opened.at("/attachments/0/name").asText()).isEqualTo("crachá.txt");
        HttpResponse<String> html = test.get("/api/mails/1/html");
        assertThat(html.body()).isEqualTo("<p>Olá, <b>Maria</b></p><script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src");
        HttpResponse<String> file = test.get("/api/mails/1/attachments/0");
        assertThat(file.body()).isEqualTo("anexo");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(test.get("/api/mails/1/attachments/1").statusCode()).isEqualTo(404);
        assertThat(test.get("/api/mails/9").statusCode()).isEqualTo(404);
    }

    @Test
    void mails_without_an_id_are_all_kept() throws Exception {
        Message mail = mail("");
        Transport.send(mail);
        Transport.send(mail);

        assertThat(test.state().path("mails")).hasSize(2);
    }

    @Test
    void mails_are_there_after_a_restart() throws Exception {
        Transport.send(mail("<1@congresso.example>"));

        test.restart();

        assertThat(test.state().path("mails").findValuesAsText("subject")).isEqualTo(List.of("Inscrição nº 1"));
        await().untilAsserted(
                        () -> assertThat(test.get("/api/mails/1").statusCode()).isEqualTo(200));
    }

    private Message mail(String messageId) throws Exception {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", Integer.toString(test.simulator().smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp)) {
            @Override
            protected void updateMessageID() throws jakarta.mail.MessagingException {
                if (messageId.isEmpty()) {
                    removeHeader("Message-ID");
                } else {
                    setHeader("Message-ID", messageId);
                }
            }
        };
        mail.setFrom(new InternetAddress("nao-responda@congresso.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("maria@ufg.br"));
        mail.setSubject("Inscrição nº 1", "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Olá, Maria", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Olá, <b>Maria</b></p><script>alert(1)</script>", "UTF-8", "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        MimeBodyPart file = new MimeBodyPart();
        file.setText("anexo", "UTF-8");
        file.setFileName("crachá.txt");
        file.setDisposition("attachment");
        mail.setContent(new MimeMultipart(both, file));
        return mail;
    }
}
