package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PROOF = " Basic Ym90OnNlbmhh congresso";
    private static final String VOICE = "OggS and so on";

    private final TestGateway test = new TestGateway();
    private final MediaSeal seal = new MediaSeal(TestGateway.KEY);
    private final HttpCaller http = new HttpCaller(2);
    private final GatewayClient client = new GatewayClient(
            http, URI.create("http://127.0.0.1:" + test.gateway.port()), TestGateway.KEY, Duration.ofSeconds(2));

    /// What somebody reached who must not be reached.
    private final List<String> canary = new CopyOnWriteArrayList<>();

    private final Javalin inside = Javalin.create(config -> config.routes.before(call -> canary.add(call.path())))
            .start("127.0.0.1", 0);

    @AfterEach
    void close() {
        http.close();
        test.close();
        inside.stop();
    }

    @Test
    void the_voice_note_of_a_webhook_comes_from_the_bridge() throws Exception {
        test.gowa.onFile(call -> call.contentType("text/html").result(VOICE));
        test.webhook(Webhooks.recorded("v8.0-audio"));
        Content.Audio audio = (Content.Audio)
                Json.read(test.queued().getFirst(), IncomingMessage.class).content();

        Fetched fetched = client.fetch(audio.mediaRef(), SOON);

        assertThat(fetched).isInstanceOfSatisfying(Fetched.File.class, file -> {
            assertThat(file.type()).isEqualTo("audio/ogg");
            assertThat(file.content().text()).isEqualTo(VOICE);
        });
        assertThat(test.gowa.fetches()).singleElement().asString().matches("/gowa/statics/media/[^ ]+\\.ogg" + PROOF);
    }

    @Test
    void whoever_has_no_key_gets_no_file() {
        test.gowa.onFile(call -> call.result(VOICE));
        HttpRequest.Builder anonymous = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + test.gateway.port() + "/media/" + at("statics/media/a.ogg")));

        assertThat(test.exchange(anonymous).statusCode()).isEqualTo(401);
        assertThat(test.gowa.fetches()).isEmpty();
    }

    @Test
    void a_file_that_the_bridge_has_not_fetched_is_downloaded_first() {
        test.gowa.onDownload(
                call -> results(call, "\"file_path\":\"statics/media/5585/a b.ogg\",\"file_url\":\"http://x/y\""));
        test.gowa.onFile(call -> call.result(VOICE));

        Fetched fetched = client.fetch(sealed(Map.of("url", "https://mmg.whatsapp.net/v/t62")), SOON);

        assertThat(fetched).isInstanceOf(Fetched.File.class);
        assertThat(test.gowa.fetches())
                .containsExactly(
                        "/gowa/message/3A%2F01/download?phone=5585922223333%40s.whatsapp.net" + PROOF,
                        "/gowa/statics/media/5585/a%20b.ogg" + PROOF);
    }

    @Test
    void where_the_bridge_tells_an_address_alone_it_must_be_its_own() {
        test.gowa.onFile(call -> call.result(VOICE));
        test.gowa.onDownload(
                call -> results(call, "\"file_url\":\"" + test.gowa.uri() + "/statics/media/5585/a.ogg\""));

        assertThat(client.fetch(sealed(Map.of()), SOON)).isInstanceOf(Fetched.File.class);
    }

    @ParameterizedTest
    @CsvSource({"404, Gone", "410, Gone", "401, Unavailable", "302, Unavailable", "500, Unavailable", "503, Unavailable"
    })
    void the_bridge_says_whether_there_is_a_file(int status, String fetched) {
        test.gowa.onFile(call -> call.status(status).header("Location", canary() + "moved"));

        assertThat(client.fetch(at("statics/media/a.ogg"), SOON))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(fetched);
        assertThat(canary).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message with ID 3A01 not found",
                "message does not belong to chat 5585",
                "message does not contain downloadable media"
            })
    void what_the_bridge_will_never_have_is_gone(String message) {
        test.gowa.onDownload(call ->
                FakeGowa.answer(call, 500, "{\"code\":\"INTERNAL_SERVER_ERROR\",\"message\":\"" + message + "\"}"));

        assertThat(client.fetch(sealed(Map.of()), SOON)).isInstanceOf(Fetched.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "<html>", "{\"results\":\"x\"}", "{\"results\":{\"file_path\":7}}"})
    void an_answer_that_says_nothing_leads_nowhere(String body) {
        test.gowa.onDownload(call -> call.result(body));

        assertThat(client.fetch(sealed(Map.of()), SOON)).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void without_a_bridge_the_caller_is_asked_to_come_back() {
        test.gowa.close();

        HttpResponse<String> answer = test.get("/media/" + at("statics/media/a.ogg"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("5");
        assertThat(test.get("/media/" + sealed(Map.of())).statusCode()).isEqualTo(503);
    }

    @Test
    void the_largest_file_is_handed_over_and_one_byte_more_is_not() {
        test.gowa.onFile(call -> call.result(new byte[Fetched.MAX_BYTES]));
        assertThat(client.fetch(at("statics/media/a.ogg"), SOON))
                .isInstanceOfSatisfying(
                        Fetched.File.class,
                        file -> assertThat(file.content().size()).isEqualTo(Fetched.MAX_BYTES));

        test.gowa.onFile(call -> call.result(new byte[Fetched.MAX_BYTES + 1]));
        assertThat(client.fetch(at("statics/media/a.ogg"), SOON)).isInstanceOf(Fetched.TooLarge.class);

        test.gowa.onFile(call -> endless(call));
        assertThat(client.fetch(at("statics/media/a.ogg"), SOON)).isInstanceOf(Fetched.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:{port}/statics/a.ogg",
                "https://127.0.0.1:{port}/statics/a.ogg",
                "HTTP://127.0.0.1:{port}/statics/a.ogg",
                "//127.0.0.1:{port}/statics/a.ogg",
                "///127.0.0.1:{port}/statics/a.ogg",
                "http:127.0.0.1:{port}/statics/a.ogg",
                "\\\\127.0.0.1:{port}\\statics\\a.ogg",
                "@127.0.0.1:{port}/statics/a.ogg",
                ":80@127.0.0.1:{port}/statics/a.ogg",
                "http://[::ffff:127.0.0.1]:{port}/statics/a.ogg",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:{port}/",
                "http://2130706433:{port}/",
                "file:///etc/passwd",
                "ftp://127.0.0.1:{port}/a.ogg",
                "gopher://127.0.0.1:{port}/_GET",
                "jar:http://127.0.0.1:{port}/a.jar!/a.ogg",
                "statics/../app/logout",
                "statics/media/../../app/logout",
                "statics/./a.ogg",
                "statics//a.ogg",
                "statics/media/%2e%2e/%2e%2e/app/logout",
                "statics/media/..%2f..%2fapp/logout",
                "statics\\..\\app\\logout",
                "statics/..\\app\\logout",
                "statics/media/a.ogg\r\nHost: 127.0.0.1:{port}",
                "statics/media/\u0000",
                "statics/",
                "statics",
                "/",
                "",
                "app/logout",
                "/app/logout",
                "../statics/a.ogg",
                "..",
                "?x",
                "#x",
                "statics/a/a/a/a/a/a/a/a/a/a/a/a"
            })
    void what_is_no_path_in_the_folder_of_files_leads_to_no_connection(String path) {
        String named = path.replace("{port}", "" + inside.port());
        test.gowa.onDownload(
                call -> results(call, "\"file_path\":" + Json.write(named) + ",\"file_url\":" + Json.write(named)));

        if (!path.isEmpty()) {
            assertThat(client.fetch(at(named), SOON)).isInstanceOf(Fetched.Gone.class);
            assertThat(test.gowa.fetches()).isEmpty();
        }
        assertThat(client.fetch(sealed(Map.of("url", named)), SOON)).isInstanceOf(Fetched.Unavailable.class);

        assertThat(test.gowa.fetches()).singleElement().asString().contains("/download?");
        assertThat(canary).isEmpty();
    }

    @Test
    void a_name_that_means_something_in_an_address_stays_a_name() {
        test.gowa.onFile(call -> call.result(VOICE));

        client.fetch(at("statics/media/a?b#c;d&e=f@g:h.ogg"), SOON);

        assertThat(test.gowa.fetches())
                .containsExactly("/gowa/statics/media/a%3Fb%23c%3Bd%26e%3Df%40g%3Ah.ogg" + PROOF);
    }

    @Test
    void a_reference_that_is_not_ours_leads_nowhere() {
        MediaSeal foreign = new MediaSeal(new Secret("fedcba9876543210fedcba9876543210"));
        String place = Json.write(Map.of("path", "statics/media/a.ogg", "messageId", "3A", "chat", "5585"));

        for (String ref : List.of(
                foreign.seal(TestGateway.GOWA, place),
                seal.seal(Instance.parse("gowa:norte"), place),
                seal.seal(TestGateway.GOWA, "statics/media/a.ogg"),
                seal.seal(TestGateway.GOWA, "{}"),
                at("statics/media/a.ogg").substring(4),
                "http://127.0.0.1:" + inside.port() + "/a.ogg",
                "..",
                "%00")) {
            assertThat(client.fetch(ref, SOON)).as(ref).isInstanceOf(Fetched.Gone.class);
        }
        assertThat(test.gowa.fetches()).isEmpty();
        assertThat(canary).isEmpty();
    }

    private static void endless(Context call) throws Exception {
        byte[] some = new byte[1024 * 1024];
        for (int i = 0; i < 26; i++) {
            call.outputStream().write(some);
            call.outputStream().flush();
        }
    }

    private static void results(Context call, String results) {
        FakeGowa.answer(call, 200, "{\"code\":\"SUCCESS\",\"message\":\"\",\"results\":{" + results + "}}");
    }

    private String canary() {
        return "http://127.0.0.1:" + inside.port() + "/";
    }

    private String at(String path) {
        return sealed(Map.of("path", path));
    }

    private String sealed(Map<String, String> place) {
        Map<String, String> whole = new LinkedHashMap<>(place);
        whole.put("messageId", "3A/01");
        whole.put("chat", TestGateway.CUSTOMER);
        return seal.seal(TestGateway.GOWA, Json.write(whole));
    }
}
