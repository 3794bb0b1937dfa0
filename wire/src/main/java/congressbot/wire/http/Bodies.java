package congressbot.wire.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads and writes the bodies of calls, within limits that also hold for bodies of unknown length.
public final class Bodies {
    /// For calls between our processes: the envelopes of one claim fit, with what is heard in them.
    public static final int INTERNAL_BYTES = 1024 * 1024;

    /// Up to here a body takes memory only as it comes, whatever length it claims.
    private static final int GROWING_BYTES = 1024 * 1024;

    private Bodies() {}

    /// The raw body, or empty after answering 413 when it is longer than the limit.
    public static Optional<byte[]> read(Context call, int limit) throws IOException {
        if (call.contentLength() > limit) {
            Problem.answer(call, HttpStatus.CONTENT_TOO_LARGE.getCode(), "the body is too large");
            return Optional.empty();
        }
        InputStream stream = call.req().getInputStream();
        if (call.contentLength() > GROWING_BYTES) {
            return Optional.of(whole(stream, call.contentLength()));
        }
        byte[] body = stream.readNBytes(limit + 1);
        if (body.length > limit) {
            Problem.answer(call, HttpStatus.CONTENT_TOO_LARGE.getCode(), "the body is too large");
            return Optional.empty();
        }
        return Optional.of(body);
    }

    /// The body as a record of ours, or empty after answering 413 or 400.
    public static <T> Optional<T> read(Context call, Class<T> type) throws IOException {
        return read(call, type, INTERNAL_BYTES);
    }

    /// The same with another limit, in bytes.
    public static <T> Optional<T> read(Context call, Class<T> type, int limit) throws IOException {
        Optional<byte[]> body = read(call, limit);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parsed(body.get(), type);
        if (value.isEmpty()) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the body is not the JSON that this call takes");
        }
        return value;
    }

    /// Without a second copy, which the growing would make.
    private static byte[] whole(InputStream stream, int length) throws IOException {
        byte[] body = new byte[length];
        if (stream.readNBytes(body, 0, length) < length) {
            throw new EOFException("a body ended early");
        }
        return body;
    }

    private static <T> Optional<T> parsed(byte[] body, Class<T> type) throws IOException {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(body, type)); // the JSON `null` is no value
        } catch (JsonProcessingException | CharConversionException _) {
            return Optional.empty();
        }
    }

    public static void answer(Context call, Object value) {
        call.contentType("application/json");
        call.result(Json.bytes(value));
    }
}
