package congressbot.bot.panel;

import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a form sent (`application/x-www-form-urlencoded`).
///
/// @param fields each with its values in order
public record Form(Map<String, List<String>> fields) {
    /// Of a call that sent none.
    static final Form NONE = new Form(Map.of());

    /// Largest form, in bytes: a long document, percent-encoded twice where it was kept over a login.
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    /// Whoever sends more than this beyond a limit is hung up on, in bytes.
    private static final long HEARD_OUT = 64L * 1024 * 1024;

    private static final int HEARD_AT_ONCE = 8 * 1024;

    /// More than any page of ours has, with a box ticked in every row; each costs much more memory
    /// than its bytes.
    private static final int MOST_FIELDS = 5_000;

    public Form {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
    }

    /// The form, or empty after answering 413 or 400.
    static Optional<Form> read(Context call) throws IOException {
        Optional<byte[]> body = Bodies.read(call, MAX_BYTES);
        if (body.isEmpty()) {
            hearOut(call);
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(new String(body.get(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) { // no browser of ours sends such a thing
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body is not a form");
            return Optional.empty();
        }
    }

    /// Reads what is too long, and keeps nothing of it: a browser that is still sending when we hang
    /// up shows an error of its own instead of our page.
    static void hearOut(Context call) throws IOException {
        InputStream body = call.req().getInputStream();
        byte[] part = new byte[HEARD_AT_ONCE];
        long left = HEARD_OUT;
        int read = body.read(part);
        while (read >= 0 && left > 0) {
            left -= read;
            read = body.read(part);
        }
    }

    /// Reads an encoded form.
    ///
    /// @throws IllegalArgumentException when a percent sign stands for nothing, or there are too many
    /// fields
    static Form parsed(String body) {
        if (body.chars().filter(letter -> letter == '&').count() >= MOST_FIELDS) {
            throw new IllegalArgumentException("too many fields");
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /// A field, or the empty text where it is missing. Without NUL, which no table takes, and with
    /// line ends of one character.
    public String field(String name) {
        List<String> values = fields(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All values of a field, such as those of ticked boxes.
    public List<String> fields(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(value -> value.replace("\0", "").replace("\r\n", "\n"))
                .toList();
    }

    public boolean isTicked(String name) {
        return !field(name).isEmpty();
    }

    /// Without the fields of these names.
    Form without(Predicate<String> names) {
        return new Form(fields.entrySet().stream()
                .filter(field -> !names.test(field.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first, LinkedHashMap::new)));
    }

    /// As a browser would send it.
    String encoded() {
        return fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
