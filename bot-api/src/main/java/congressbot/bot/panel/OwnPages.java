package congressbot.bot.panel;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// Tells calls of our own pages from those that another site makes in somebody's browser (CSRF). A browser says where a
/// call comes from, in `Sec-Fetch-Site`; over plain HTTP it only says `Origin`. Who says neither is no browser, and
/// changes nothing here.
final class OwnPages {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD");

    private final String origin;
    private final boolean secure;

    OwnPages(URI publicUrl) {
        this.origin = origin(publicUrl);
        this.secure = origin.startsWith("https:");
    }

    /// Whether this call may be answered: it changes nothing, or it comes from a page of ours.
    boolean mayAsk(Context call) {
        if (CHANGE_NOTHING.contains(call.req().getMethod())) {
            return true;
        }
        String site = call.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String from = call.header("Origin");
        return from != null && (from.equals(origin) || (!secure && from.equals(addressed(call))));
    }

    /// The origin by which we were asked: without https it is often another than the public one, such as an address in
    /// the house.
    private static String addressed(Context call) {
        return "http://" + call.header("Host");
    }

    private static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() == -1 || url.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + url.getPort());
    }
}
