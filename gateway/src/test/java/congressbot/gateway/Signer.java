package congressbot.gateway;

import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs webhooks as a bridge does, and in all the ways in which it does not.
///
/// @param header in which the bridge signs
/// @param prefix before the hex
record Signer(String header, String prefix, Secret current, Secret previous) {
    private static final Secret OLDEST = new Secret("segredo-de-teste-do-congresso-antigo");
    private static final Secret STRANGER = new Secret("segredo-de-um-estranho-que-tenta-entrar");
    private static final Secret EVERYBODYS = new Secret("secret");

    /// The headers that prove, or do not prove, a body.
    ///
    /// @param how one of the words below, or `of:` and the text that is signed instead
    Map<String, String> sign(String how, byte[] body) {
        String hex = hmac("HmacSHA256", current, body);
        return switch (how) {
            case "current" -> in(header, prefix + hex);
            case "previous" -> in(header, prefix + hmac("HmacSHA256", previous, body));
            case "oldest" -> in(header, prefix + hmac("HmacSHA256", OLDEST, body));
            case "stranger" -> in(header, prefix + hmac("HmacSHA256", STRANGER, body));
            case "default-secret" -> in(header, prefix + hmac("HmacSHA256", EVERYBODYS, body));
            case "none" -> Map.of();
            case "empty" -> in(header, "");
            case "another-body" -> in(header, prefix + hmac("HmacSHA256", current, bytes("{}")));
            case "of-empty" -> in(header, prefix + hmac("HmacSHA256", current, new byte[0]));
            case "upper" -> in(header, prefix + hex.toUpperCase(Locale.ROOT));
            case "bare" -> in(header, hex);
            case "prefixed" -> in(header, "sha256=" + hex);
            case "prefix-twice" -> in(header, prefix + prefix + hex);
            case "sha1" -> in(header, "sha1=" + hex);
            case "sha512" -> in(header, prefix + hmac("HmacSHA512", current, body));
            case "cut" -> in(header, prefix + hex.substring(1));
            case "longer" -> in(header, prefix + hex + "0");
            case "wrong-digit" -> in(header, prefix + hex.substring(0, 63) + (hex.endsWith("0") ? "1" : "0"));
            case "not-hex" -> in(header, prefix + "z".repeat(64));
            case "zeros" -> in(header, prefix + "0".repeat(64));
            case "base64" ->
                in(
                        header,
                        prefix
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(hex)));
            case "two-joined" -> in(header, prefix + hex + ", " + prefix + hex);
            case "other-header" -> in("X-Signature", prefix + hex);
            case "other-bridge" -> in("X-Hub-Signature-256", "sha256=" + hex);
            default -> in(header, prefix + hmac("HmacSHA256", current, bytes(how.substring("of:".length()))));
        };
    }

    private static Map<String, String> in(String header, String value) {
        return Map.of(header, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hmac(String algorithm, Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret.reveal()), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
