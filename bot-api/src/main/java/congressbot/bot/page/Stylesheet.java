package congressbot.bot.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A stylesheet whose path changes with its content, so that browsers may keep it for good.
public record Stylesheet(String path, String content) {
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    /// How much of the hash stands in the path, in bytes.
    private static final int HASH_BYTES = 6;

    /// Reads `{name}` beside this class.
    public static Stylesheet load(String name) {
        try (InputStream resource = Stylesheet.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no stylesheet " + name);
            }
            String content = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new Stylesheet("/assets/" + hash(content) + "/" + name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void answer(Context call) {
        call.header("Cache-Control", FOR_A_YEAR);
        call.contentType("text/css; charset=utf-8");
        call.result(content);
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
