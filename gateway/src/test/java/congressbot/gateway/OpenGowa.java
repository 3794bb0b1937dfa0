package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A GOWA of ours without a gateway around it, before a fake one, and a clock that the test moves.
final class OpenGowa implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String MARIA = TestGateway.CUSTOMER;
    static final String HIDDEN = "184467440737095@lid";
    static final Duration SOON = Duration.ofSeconds(5);

    final FakeGowa fake = new FakeGowa();
    final MediaSeal seal = new MediaSeal(TestGateway.KEY);
    final Gowa bridge;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final HttpCaller caller = new HttpCaller(4);

    OpenGowa() {
        this("gowa", Optional.of("congresso"));
    }

    /// @param device as configured
    OpenGowa(String instance, Optional<String> device) {
        GowaSettings settings =
                new GowaSettings(fake.uri(), Optional.of(new Secret("bot:senha")), device, List.of(Webhooks.SECRET));
        bridge = new Gowa(
                Instance.parse(instance),
                settings,
                new Means(caller, seal, new Alarm(now::get), now::get, Path.of("target", "gateway-files")));
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    static OutgoingMessage to(String chat, String text) {
        return new OutgoingMessage(chat, Gowa.CHANNEL, "5585911110000", text, List.of());
    }

    static OutgoingMessage withFile(String text, Attachment.Kind kind, String name, byte[] bytes) {
        Attachment file = new Attachment(kind, name, Base64.getEncoder().encodeToString(bytes));
        return new OutgoingMessage(MARIA, Gowa.CHANNEL, "5585911110000", text, List.of(), Optional.of(file));
    }

    @Override
    public void close() {
        caller.close();
        fake.close();
    }
}
