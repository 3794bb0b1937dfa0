package congressbot.wire.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/// Where a call comes from, as far as guesses are counted: the address of the socket. Where that is near, a proxy of
/// ours stands in between, and the last address in its header counts, the one that it wrote itself. Who is near without
/// a proxy can claim any address.
///
/// @param address of IPv6 only the part that one customer has as a whole
public record CallerNetwork(String address) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    /// RFC 4193: `fc00::/7`.
    private static final int UNIQUE_LOCAL = 0xFC;

    private static final int UNIQUE_LOCAL_BITS = 0xFE;

    public static CallerNetwork of(Context call) {
        String peer = call.req().getRemoteAddr();
        String[] forwarded =
                Optional.ofNullable(call.header(FORWARDED_FOR)).orElse("").split(",", -1);
        String last = forwarded[forwarded.length - 1].strip();
        return new CallerNetwork(network(isNear(peer) && isAddress(last) ? last : peer));
    }

    /// Whether headers of a proxy are believed: who called us is on this machine, or in a private network as
    /// containers have it.
    public static boolean isNear(Context call) {
        return isNear(call.req().getRemoteAddr());
    }

    private static boolean isNear(String peer) {
        InetAddress address = InetAddress.ofLiteral(peer);
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL);
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) { // a header that nobody of ours wrote
            return false;
        }
    }

    private static String network(String literal) {
        InetAddress address = InetAddress.ofLiteral(literal);
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }

    @Override
    public String toString() {
        return "CallerNetwork[…]";
    }
}
