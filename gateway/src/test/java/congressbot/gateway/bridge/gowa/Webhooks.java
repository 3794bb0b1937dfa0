package congressbot.gateway.bridge.gowa;

import congressbot.wire.process.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Webhook bodies for tests, and the signature that the bridge would put on them.
public final class Webhooks {
    public static final Secret SECRET = new Secret("segredo-de-teste-do-congresso-0001");

    private Webhooks() {}

    /// The body in the file `name.json` of this package.
    public static String recorded(String name) {
        try (InputStream in = Objects.requireNonNull(Webhooks.class.getResourceAsStream(name + ".json"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A message of version 9 with this payload beside chat, sender and time.
    public static String message(String id, String more) {
        return """
                {"event":"message","device_id":"5585911110000@s.whatsapp.net","payload":{"id":"%s",\
                "chat_id":"5585922223333@s.whatsapp.net","from":"5585922223333@s.whatsapp.net","from_name":"Maria",\
                "timestamp":"2026-11-20T18:31:02Z","is_from_me":false%s}}""".formatted(id, more.isEmpty() ? "" : "," + more);
    }

    public static String signature(byte[] body) {
        return signature(body, SECRET);
    }

    public static String signature(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
