package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.Intake;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WuzapiCheckUpTest {
    private static final String KEY = WuzapiWebhooks.WEBHOOK_KEY.reveal();

    @TempDir
    private Path folder;

    private TestWuzapi test;

    /// The gateway that runs.
    private Javalin gateway;

    @BeforeEach
    void open() {
        test = new TestWuzapi(folder, Optional.empty());
        gateway = Javalin.create(config -> config.routes.post("/webhooks/wuzapi/{proof}", this::webhook))
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        gateway.stop();
        test.close();
    }

    @Test
    void a_bridge_that_is_set_up_has_no_problem() {
        test.bridge.session(); // tells it its key
        test.fake.register(ours() + "/" + KEY, Linking.EVENTS);

        List<Finding> findings = look();

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.REACHABLE,
                        Kind.VERSION,
                        Kind.CONNECTED,
                        Kind.WEBHOOK_REGISTERED,
                        Kind.SECRET_NOT_TOLD,
                        Kind.PROBE_TAKEN);
        assertThat(findings.toString()).doesNotContain(KEY, "segredo", "token-do-congresso");
    }

    @Test
    void a_bridge_as_it_comes_has_to_be_told_where_and_what_to_send() {
        assertThat(look())
                .extracting(Finding::kind)
                .contains(Kind.WEBHOOK_MISSING, Kind.EVENTS_MISSING, Kind.SECRET_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "http://gateway:8081/webhooks/wuzapi/{key}, WEBHOOK_OTHER_HOST",
        "http://gateway:8081/webhooks/wuzapi/another-key-0123456789abcdef0123, WEBHOOK_ELSEWHERE",
        "http://gateway:8081/webhooks/gowa, WEBHOOK_ELSEWHERE",
        "http://user:another-key@gateway:8081/webhooks, WEBHOOK_ELSEWHERE",
        "not an address, WEBHOOK_MISSING"
    })
    void a_webhook_elsewhere_is_told_without_its_secret_part(String registered, Kind kind) {
        test.fake.register(registered.replace("{key}", KEY), Linking.EVENTS);

        List<Finding> findings = look();

        assertThat(findings).extracting(Finding::kind).contains(kind);
        assertThat(findings.toString()).doesNotContain(KEY, "another-key");
    }

    @Test
    void events_that_are_missing_or_too_many_are_named() {
        test.fake.register(ours() + "/" + KEY, List.of("Message", "HistorySync"));
        assertThat(look())
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.EVENTS_MISSING);
                    assertThat(finding.details().getFirst())
                            .startsWith("UndecryptableMessage, ")
                            .contains("LoggedOut");
                })
                .contains(Finding.of(Kind.EVENTS_TOO_MANY, "HistorySync"));

        test.fake.register(ours() + "/" + KEY, List.of("All"));
        assertThat(look())
                .contains(Finding.of(Kind.EVENTS_TOO_MANY, "All"))
                .noneMatch(finding -> finding.kind() == Kind.EVENTS_MISSING);
    }

    @Test
    void a_token_that_the_bridge_does_not_know_is_told_by_its_variable() {
        test.fake.on("/session/status", call -> call.status(401));

        assertThat(look()).contains(Finding.of(Kind.CREDENTIALS_REFUSED, "WUZAPI_TOKEN"));
    }

    @Test
    void an_old_build_tells_neither_version_nor_key() {
        test.fake.on("/health", call -> call.status(404));
        test.fake.on("/session/hmac/config", call -> call.status(404));

        assertThat(look()).extracting(Finding::kind).contains(Kind.VERSION_NOT_TOLD, Kind.SECRET_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"200, NO_BRIDGE", "403, NO_BRIDGE", "503, NOT_READY"})
    void who_is_no_bridge_is_told(int status, Kind kind) {
        test.fake.on("/health", call -> call.status(status).result("<html>"));

        assertThat(look()).extracting(Finding::kind).contains(kind);
    }

    @Test
    void a_version_of_tomorrow_is_untried() {
        test.fake.on("/health", call -> call.json(Map.of("status", "ok", "version", "2.0.0")));

        assertThat(look()).contains(Finding.of(Kind.VERSION_UNTRIED, "2.0.0", "1.x"));
    }

    @Test
    void a_gateway_that_does_not_run_is_told_too() {
        URI before = URI.create(ours());
        gateway.stop();

        assertThat(test.bridge.checkUp(before)).extracting(Finding::kind).contains(Kind.PROBE_UNANSWERED);
    }

    /// As the gateway does.
    private void webhook(Context call) {
        Intake intake = test.bridge.intake(
                WuzapiWebhooks.call(call.bodyAsBytes(), Optional.of(call.pathParam("proof")), call.headerMap()));
        call.status(intake instanceof Intake.Ignored ? 200 : 401);
    }

    private List<Finding> look() {
        return test.bridge.checkUp(URI.create(ours()));
    }

    private String ours() {
        return "http://127.0.0.1:" + gateway.port() + "/webhooks/wuzapi";
    }
}
