package congressbot.wire.http;

import congressbot.wire.Json;
import io.javalin.http.Context;

/// An error as the caller sees it (RFC 9457): one message in the caller's terms, no stack trace, no personal data.
public record Problem(String title, int status, String requestId) {
    private static final String MEDIA_TYPE = "application/problem+json";

    /// The pattern of the path, for logs: in the path itself may stand a key, an invitation or a name.
    public static String route(Context call) {
        return call.endpoint().path;
    }

    public static void answer(Context call, int status, String title) {
        Problem problem = new Problem(title, status, RequestId.current());
        call.status(status);
        call.contentType(MEDIA_TYPE);
        call.result(Json.bytes(problem));
    }
}
