package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.FakeWuzapi;
import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.IncomingMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A bridge of ours with a fake wuzapi behind it, and a clock that tests move.
final class TestWuzapi implements AutoCloseable {
    final FakeWuzapi fake = new FakeWuzapi();
    final Wuzapi bridge;

    private final HttpCaller caller = new HttpCaller(2);
    private Instant now = WuzapiWebhooks.RECEIVED;

    /// @param files where the bridge leaves files
    TestWuzapi(Path folder, Optional<URI> files) {
        Means means =
                new Means(caller, new MediaSeal(WuzapiWebhooks.HMAC_KEY), new Alarm(() -> now), () -> now, folder);
        bridge = new Wuzapi(Instance.parse("wuzapi"), WuzapiWebhooks.settings(fake.uri(), files), means);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// What becomes of a genuine webhook.
    Intake event(String json) {
        return bridge.intake(WuzapiWebhooks.call(json.getBytes(StandardCharsets.UTF_8)));
    }

    IncomingMessage heard(String json) {
        return ((Intake.Messages) event(json)).messages().getFirst();
    }

    @Override
    public void close() {
        caller.close();
        fake.close();
    }
}
