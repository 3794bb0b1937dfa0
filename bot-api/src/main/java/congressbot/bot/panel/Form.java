package congressbot.bot.panel;

import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a form sent (`application/x-www-form-urlencoded`).
final class Form {
    /// Largest form, in bytes: a password of the greatest length, percent-encoded, and a token.
    private static final int MAX_BYTES = 8 * 1024;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /// The form, or empty after answering 413 or 400.
    static Optional<Form> read(Context call) throws IOException {
        Optional<byte[]> body = Bodies.read(call, MAX_BYTES);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Form(fields(new String(body.get(), StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException _) { // a percent sign that stands for nothing
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body is not a form");
            return Optional.empty();
        }
    }

    /// A field, or the empty text where it is missing.
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
