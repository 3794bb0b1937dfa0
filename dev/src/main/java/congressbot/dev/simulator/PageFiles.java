package congressbot.dev.simulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// The page and its files, from the resources of this package.
final class PageFiles {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; frame-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "ogg", "audio/ogg",
            "jpg", "image/jpeg");

    void addTo(RoutesConfig routes) {
        routes.get("/", call -> answer(call, "index.html"));
        routes.get("/assets/{file}", call -> answer(call, call.pathParam("file")));
    }

    private static void answer(Context call, String file) throws IOException {
        Optional<String> type = type(file);
        if (type.isEmpty()) {
            call.status(HttpStatus.NOT_FOUND);
            return;
        }
        try (InputStream resource = PageFiles.class.getResourceAsStream("page/" + file)) {
            if (resource == null) {
                call.status(HttpStatus.NOT_FOUND);
                return;
            }
            call.header("Content-Security-Policy", POLICY);
            call.header("Cache-Control", "no-cache"); // a new build is seen at once
            call.contentType(type.get());
            call.result(resource.readAllBytes());
        }
    }

    private static Optional<String> type(String file) {
        boolean plain = file.matches("[a-z-]{1,40}\\.[a-z]{2,4}");
        return plain ? Optional.ofNullable(TYPES.get(file.substring(file.indexOf('.') + 1))) : Optional.empty();
    }
}
