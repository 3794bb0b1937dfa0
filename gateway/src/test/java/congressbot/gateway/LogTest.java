package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.http.Headers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {
    private static final String TEXT = "meu CPF e 529.982.247-25, maria@example.com";
    private static final String[] PERSONAL = {
        "5585922223333",
        "922223333",
        "5585911110000",
        "184467440737095",
        "Maria",
        "529.982",
        "maria@",
        "senha",
        "segredo"
    };

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
    private final Level before = root.getLevel();
    private final TestGateway test = new TestGateway();

    @BeforeEach
    void listen() {
        seen.start();
        root.addAppender(seen);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        test.close();
        root.detachAppender(seen);
        root.setLevel(before);
    }

    @Test
    void a_webhook_is_one_line_with_nothing_personal() {
        String body = Webhooks.recorded("v9.2-text").replace("quero me inscrever", TEXT);

        test.exchange(test.post("/webhooks/gowa", BodyPublishers.ofString(body))
                .header("X-Hub-Signature-256", Webhooks.signature(body.getBytes(StandardCharsets.UTF_8)))
                .header(Headers.REQUEST_ID, "r-42"));

        assertThat(lines("WebhookEndpoint"))
                .containsExactly("INFO webhook accepted message=\"gowa:…:3A5F0C11D2E34B5A6C70\""
                        + " conversation=\"gowa:…:…3333\" content=\"Text\" {requestId=r-42}");
        assertNothingPersonal();
    }

    @Test
    void a_send_is_one_line_with_nothing_personal() {
        test.send("r:gowa:5585911110000:3A5F0C11D2E34B5A6C70", Json.write(TestGateway.outgoing(TEXT)));

        assertThat(lines("SendEndpoint"))
                .singleElement()
                .asString()
                .matches("INFO send result=\"sent\" reason=\"\" key=\"…6C70\" durationMs=\"[0-9]+\" \\{requestId=.*}");
        assertNothingPersonal();
    }

    @Test
    void a_file_is_one_line_with_nothing_personal() {
        String place = Json.write(Map.of(
                "path", "statics/media/5585922223333/Maria.ogg", "messageId", "3A", "chat", TestGateway.CUSTOMER));
        test.gowa.onFile(call -> call.result("OggS"));

        test.get("/media/" + new MediaSeal(TestGateway.KEY).seal(TestGateway.GOWA, place));

        await().untilAsserted(() -> assertThat(lines("MediaEndpoint")) // the file is there before the line
                .singleElement()
                .asString()
                .matches("INFO media result=\"found\" durationMs=\"[0-9]+\" \\{requestId=.*}"));
        assertNothingPersonal();
    }

    @Test
    void what_fails_shows_nothing_personal() {
        String body =
                Webhooks.recorded("v9.2-text").replace("\"id\"", "\"no id\"").replace("quero", TEXT);
        test.gowa.onSend(400, "{\"code\":\"VALIDATION_ERROR\",\"message\":\"5585922223333: " + TEXT + "\"}");

        test.webhook(body);
        test.webhook(Webhooks.recorded("v9.2-text").substring(1));
        test.send("r:1", Json.write(TestGateway.outgoing(TEXT)));
        test.send("r:1", "{\"text\":\"" + TEXT + "\"}");
        test.gowa.close();
        test.send("r:2", Json.write(TestGateway.outgoing(TEXT)));

        assertThat(lines("WebhookEndpoint")).hasSize(2).allMatch(line -> line.startsWith("WARN"));
        assertThat(lines("SendEndpoint")).hasSize(2);
        assertNothingPersonal();
    }

    private void assertNothingPersonal() {
        assertThat(lines("")).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(PERSONAL));
    }

    /// Everything an event holds: message, key-values, context, exception.
    private List<String> lines(String logger) {
        return List.copyOf(seen.list).stream()
                .filter(event -> event.getLoggerName().endsWith(logger))
                .map(LogTest::line)
                .toList();
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getFormattedMessage());
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> line.append(" ").append(pair));
        }
        if (event.getThrowableProxy() != null) {
            line.append(" ").append(event.getThrowableProxy().getMessage());
        }
        return line.append(" ").append(event.getMDCPropertyMap()).toString();
    }
}
