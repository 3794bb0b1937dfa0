package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Decodes the webhooks of tests, for a bridge of which the configuration does not tell the number.
final class Decoding {
    static final String OWN = "5585911110000";
    static final String PHONE = "5585922223333@s.whatsapp.net";
    static final String LID = "184467440737095@lid";
    static final Instant SENT = Instant.parse("2026-11-20T18:31:02Z");
    static final Instant RECEIVED = Instant.parse("2026-11-20T18:31:05Z");

    private static final Instance INSTANCE = new Instance(Gowa.CHANNEL, Optional.empty());
    private static final MediaSeal SEAL = new MediaSeal(new Secret("0123456789abcdef0123456789abcdef"));

    private Decoding() {}

    static Intake decode(String body) {
        return decode(body, Optional.empty());
    }

    /// @param configured our number as the configuration tells it
    static Intake decode(String body, Optional<String> configured) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new GowaDecoder(new Receiver(INSTANCE, configured), SEAL, (_, _) -> true)
                .decode(new WebhookCall(Optional.empty(), _ -> Optional.empty(), bytes, RECEIVED, "r-1"));
    }

    static IncomingMessage decoded(String body) {
        return decoded(body, Optional.empty());
    }

    static IncomingMessage decoded(String body, Optional<String> configured) {
        return ((Intake.Messages) decode(body, configured)).messages().getFirst();
    }

    /// The message in a recorded webhook.
    static IncomingMessage message(String recorded) {
        return decoded(Webhooks.recorded(recorded));
    }

    static Content content(String recorded) {
        return message(recorded).content();
    }

    /// What is sealed in a reference.
    static String place(String mediaRef) {
        return SEAL.open(INSTANCE, mediaRef).orElseThrow();
    }
}
