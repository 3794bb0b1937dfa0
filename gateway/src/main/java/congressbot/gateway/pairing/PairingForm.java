package congressbot.gateway.pairing;

import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one of our few small forms sent (`application/x-www-form-urlencoded`).
record PairingForm(Map<String, String> fields) {
    /// Larger than any of our forms, in bytes.
    private static final int MAX_BYTES = 4 * 1024;

    PairingForm {
        fields = Map.copyOf(fields);
    }

    /// The form, or empty after answering 413 or 400.
    static Optional<PairingForm> read(Context call) throws IOException {
        Optional<byte[]> body = Bodies.read(call, MAX_BYTES);
        try {
            return body.map(bytes -> parsed(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) { // a percent sign that stands for nothing
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body is not a form");
            return Optional.empty();
        }
    }

    private static PairingForm parsed(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return new PairingForm(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Empty where it is missing.
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "PairingForm" + fields.keySet();
    }
}
