package congressbot.wire.http;

import io.javalin.security.RouteRole;

/// Who may call a route. A route that names nobody is refused to everybody.
public enum Access implements RouteRole {
    /// Anybody; the route protects itself (a signature, a page for people).
    PUBLIC,
    /// Holders of `BOT_API_KEY`.
    INTERNAL
}
