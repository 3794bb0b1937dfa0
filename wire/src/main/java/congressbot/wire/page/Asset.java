package congressbot.wire.page;

import congressbot.wire.resource.ResourceFile;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// A stylesheet or script whose path changes with its content, so that browsers may keep it for good.
public final class Asset {
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    /// How much of the hash stands in the path, in bytes.
    private static final int HASH_BYTES = 6;

    private final String name;
    private final byte[] content;
    private final String path;

    private Asset(String name, byte[] content) {
        this.name = name;
        this.content = content;
        this.path = "/assets/" + hash(content) + "/" + name;
    }

    /// The file with this name beside a class.
    public static Asset beside(Class<?> type, String name) {
        return beside(type, name, name);
    }

    /// A file under another name than its own; with a leading `/`, from the root of the class path.
    public static Asset beside(Class<?> type, String name, String file) {
        return new Asset(name, ResourceFile.beside(type, file).bytes());
    }

    /// One file made of several beside a class, in their order.
    public static Asset joined(Class<?> type, String name, List<String> files) {
        return new Asset(
                name,
                files.stream()
                        .map(file -> ResourceFile.beside(type, file).text())
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public String path() {
        return path;
    }

    public void answer(Context call) {
        call.header("Cache-Control", FOR_A_YEAR);
        call.contentType((name.endsWith(".css") ? "text/css" : "text/javascript") + "; charset=utf-8");
        call.result(content);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
