package congressbot.dev.microbench;

import congressbot.dev.bridge.HmacKey;
import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.gateway.bridge.wuzapi.Wuzapi;
import congressbot.gateway.bridge.wuzapi.WuzapiSettings;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import congressbot.wire.resource.ResourceFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Two bridges, and webhooks as they arrive from them, signed. Nothing is called: no server listens
/// where they are.
final class Webhooks {
    private static final Secret KEY = new Secret("benchmark-key-0123456789abcdef0123456789");
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final Instant RECEIVED = Instant.parse("2026-11-20T18:31:03Z");

    private final Bridge gowa;
    private final Bridge wuzapi;

    Webhooks() {
        InstantSource time = InstantSource.fixed(RECEIVED);
        Means means = new Means(
                new HttpCaller(1),
                new MediaSeal(KEY),
                new Alarm(time),
                time,
                Path.of(System.getProperty("java.io.tmpdir"), "congressbot-microbench"));
        gowa = new Gowa(
                Instance.parse("gowa"),
                new GowaSettings(NOWHERE, Optional.empty(), Optional.empty(), List.of(KEY)),
                means);
        wuzapi = new Wuzapi(
                Instance.parse("wuzapi"), new WuzapiSettings(NOWHERE, KEY, List.of(KEY), KEY, Optional.empty()), means);
    }

    /// A webhook with the header that proves it.
    static final class Arrived {
        private final Optional<String> proof;
        private final String header;
        private final String signature;
        private final byte[] body;

        /// @param before what stands before the signature in its header
        private Arrived(String file, Optional<String> proof, String header, String before) {
            String text = ResourceFile.beside(Webhooks.class, file).text();
            this.proof = proof;
            this.header = header;
            this.signature = before + new HmacKey(KEY).sign(text);
            this.body = text.getBytes(StandardCharsets.UTF_8);
        }

        WebhookCall call() {
            return new WebhookCall(proof, this::header, body, RECEIVED, "0197f0c2a4b87d2f");
        }

        private Optional<String> header(String name) {
            return name.equalsIgnoreCase(header) ? Optional.of(signature) : Optional.empty();
        }
    }

    static Arrived fromGowa() {
        return new Arrived("gowa.json", Optional.empty(), "X-Hub-Signature-256", "sha256=");
    }

    static Arrived fromWuzapi(String file) {
        return new Arrived(file, Optional.of(KEY.reveal()), "x-hmac-signature", "");
    }

    Intake gowa(Arrived webhook) {
        return gowa.intake(webhook.call());
    }

    Intake wuzapi(Arrived webhook) {
        return wuzapi.intake(webhook.call());
    }

    /// The envelope of a message.
    IncomingMessage message() {
        return switch (gowa(fromGowa())) {
            case Intake.Messages(var messages) -> messages.getFirst();
            case Intake.Receipts _, Intake.Ignored _, Intake.Unreadable _, Intake.Rejected _ ->
                throw new IllegalStateException("no message in it");
        };
    }
}
