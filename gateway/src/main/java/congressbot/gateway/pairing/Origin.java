package congressbot.gateway.pairing;

import congressbot.wire.http.CallerNetwork;
import io.javalin.http.Context;
import java.util.Set;

/// How a page of ours was reached, and whether a call comes from one (CSRF). A browser says where a call comes from, in
/// `Sec-Fetch-Site`; over plain HTTP it only says `Origin`. Who says neither is no browser, and changes nothing here.
record Origin(boolean secure, String address) {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD");

    /// TLS ends at a proxy of ours, which tells of it.
    static Origin of(Context call) {
        boolean secure = call.req().isSecure()
                || (CallerNetwork.isNear(call) && "https".equals(call.header("X-Forwarded-Proto")));
        return new Origin(secure, (secure ? "https://" : "http://") + call.header("Host"));
    }

    /// Whether this call may be answered: it changes nothing, or it comes from a page of ours.
    boolean mayAsk(Context call) {
        if (CHANGE_NOTHING.contains(call.req().getMethod())) {
            return true;
        }
        String site = call.header("Sec-Fetch-Site");
        return site == null ? address.equals(call.header("Origin")) : site.equals("same-origin");
    }
}
