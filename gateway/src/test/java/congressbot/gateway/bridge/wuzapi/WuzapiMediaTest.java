package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.FakeWuzapi;
import congressbot.gateway.bridge.Media;
import congressbot.wire.message.Content;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where files of messages come from, and where none is looked for.
class WuzapiMediaTest {
    private static final String KEYS = "\"URL\":\"https://mmg.whatsapp.net/v/t62\",\"directPath\":\"/v/t62\","
            + "\"mediaKey\":\"AQIDBA==\",\"mimetype\":\"image/jpeg\",\"fileSHA256\":\"AQI=\",\"fileEncSHA256\":\"AwQ=\"";

    /// Another server, where files lie; and who came to it.
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private final Javalin storage = Javalin.create(config -> {
                config.routes.before(call -> visits.add(call.path() + " " + call.header("token")));
                config.routes.get("/congresso/moved", call -> call.redirect("/elsewhere"));
                config.routes.get("/congresso/*", call -> call.result("stored"));
            })
            .start("127.0.0.1", 0);

    @TempDir
    private Path folder;

    private TestWuzapi test;

    @BeforeEach
    void open() {
        test = new TestWuzapi(folder, Optional.of(URI.create("http://127.0.0.1:" + storage.port() + "/congresso")));
    }

    @AfterEach
    void close() {
        test.close();
        storage.stop();
    }

    @Test
    void a_file_that_is_kept_here_is_asked_for_nowhere() {
        Media media = test.bridge.media(image("\"base64\":\"" + base64("inside") + "\",", ""));

        assertThat(text(media)).isEqualTo("inside");
        assertThat(test.fake.asked("/chat/download")).isEmpty();
    }

    @Test
    void a_file_that_is_not_kept_any_more_is_asked_for_again() {
        test.fake.on("/chat/downloadimage", call -> FakeWuzapi.ok(call, download("again")));
        String ref = image("\"base64\":\"" + base64("inside") + "\",", "");
        test.pass(Duration.ofHours(25));

        Media media = test.bridge.media(ref);

        assertThat(text(media)).isEqualTo("again");
        FakeWuzapi.Asked asked = test.fake.asked("/chat/downloadimage").getFirst();
        assertThat(asked.text("Url")).isEqualTo("https://mmg.whatsapp.net/v/t62");
        assertThat(asked.text("DirectPath")).isEqualTo("/v/t62");
        assertThat(asked.text("MediaKey")).isEqualTo("AQIDBA==");
        assertThat(asked.text("Mimetype")).isEqualTo("image/jpeg");
        assertThat(asked.text("FileSHA256")).isEqualTo("AQI=");
        assertThat(asked.text("FileEncSHA256")).isEqualTo("AwQ=");
        assertThat(asked.text("FileLength")).isEqualTo("0");
    }

    @Test
    void a_file_that_nobody_fetches_is_deleted_after_a_day() throws IOException {
        image("\"base64\":\"" + base64("inside") + "\",", "");
        List<Path> before = files();

        test.pass(Duration.ofHours(24));
        test.bridge.session();

        assertThat(before).hasSize(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_broken_file_inside_a_webhook_is_asked_for_again() {
        test.fake.on("/chat/downloadimage", call -> FakeWuzapi.ok(call, download("again")));

        assertThat(text(test.bridge.media(image("\"base64\":\"@@@@\",", "")))).isEqualTo("again");
    }

    @Test
    void a_stored_file_is_fetched_from_the_storage_without_our_token() {
        Media media = test.bridge.media(image(s3(storageUrl("/congresso/users/1/a%20b.jpg?X-Amz-Signature=1")), ""));

        assertThat(text(media)).isEqualTo("stored");
        assertThat(visits).singleElement().asString().endsWith(" null").contains("/congresso/users/1/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:{port}/other/a.jpg",
                "http://127.0.0.1:{port}/congresso/../other/a.jpg",
                "http://127.0.0.1:{port}/congresso/%2e%2e/other/a.jpg",
                "http://127.0.0.1:{port}/congresso/..%2fother/a.jpg",
                "http://127.0.0.1:{port}/congressoX/a.jpg",
                "http://localhost:{port}/congresso/a.jpg",
                "http://user@127.0.0.1:{port}/congresso/a.jpg",
                "http://127.0.0.1:{port}@example.org/congresso/a.jpg",
                "https://127.0.0.1:{port}/congresso/a.jpg",
                "HTTP://127.0.0.1:{port}/congresso/a.jpg",
                "http://[::ffff:127.0.0.1]:{port}/congresso/a.jpg",
                "http://2130706433:{port}/congresso/a.jpg",
                "http://169.254.169.254/latest/meta-data",
                "//127.0.0.1:{port}/congresso/a.jpg",
                "/congresso/a.jpg",
                "file:///etc/passwd",
                "http://127.0.0.1:{port}/congresso/a.jpg\\r\\nHost: a",
                ""
            })
    void an_address_that_is_not_below_the_storage_is_not_visited(String url) {
        test.fake.on("/chat/downloadimage", call -> FakeWuzapi.ok(call, download("again")));

        Media media = test.bridge.media(image(s3(url.replace("{port}", "" + storage.port())), ""));

        assertThat(text(media)).isEqualTo("again");
        assertThat(visits).isEmpty();
    }

    @Test
    void a_storage_that_leads_elsewhere_is_not_followed() {
        Media media = test.bridge.media(image(s3(storageUrl("/congresso/moved")), ""));

        assertThat(media).isInstanceOf(Media.TryLater.class);
        assertThat(visits).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | failed to download image: download failed with status code 403 | Gone",
                "500 | failed to download image: download failed with status code 404 | Gone",
                "500 | failed to download image: download failed with status code 410 | Gone",
                "400 | could not decode Payload | Gone",
                "500 | no session | TryLater",
                "500 | failed to download image: context deadline exceeded | TryLater",
                "401 | unauthorized | TryLater",
                "200 | not a file | TryLater",
                "502 | bad gateway | TryLater"
            })
    void the_bridge_says_whether_there_is_a_file(int status, String error, String media) {
        test.fake.on("/chat/downloadimage", call -> FakeWuzapi.failed(call, status, error));

        assertThat(test.bridge.media(image("", "")).getClass().getSimpleName()).isEqualTo(media);
    }

    @Test
    void a_file_that_is_told_to_be_too_large_is_not_asked_for() {
        Media media = test.bridge.media(image("", ",\"fileLength\":26214401"));

        assertThat(media).isInstanceOf(Media.TooLarge.class);
        assertThat(test.fake.asked("/chat/download")).isEmpty();
    }

    @Test
    void without_keys_there_is_nothing_to_ask_for() {
        String message = WuzapiWebhooks.message("3A01", "{\"imageMessage\":{\"caption\":\"x\"}}");

        assertThat(test.bridge.media(ref(message))).isInstanceOf(Media.Gone.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("media/wuzapi"))) {
            return files.toList();
        }
    }

    private String image(String extras, String more) {
        return ref(WuzapiWebhooks.message("3A01", "{\"imageMessage\":{" + KEYS + more + "}}", extras));
    }

    private String ref(String json) {
        return ((Content.Image) test.heard(json).content()).mediaRef();
    }

    private static String s3(String url) {
        return "\"s3\":{\"url\":\"" + url + "\"},";
    }

    private String storageUrl(String path) {
        return "http://127.0.0.1:" + storage.port() + path;
    }

    private static Map<String, String> download(String file) {
        return Map.of("Mimetype", "image/jpeg", "Data", "data:image/jpeg;base64," + base64(file));
    }

    private static String base64(String file) {
        return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Media media) {
        return ((Media.Found) media).content().text();
    }
}
