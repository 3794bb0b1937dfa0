package congressbot.bot.panel;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Optional;

/// Who knocks, as far as guesses are counted.
sealed interface Visitor {
    /// A browser that came in before.
    ///
    /// @param browser the hash of its token
    record Known(String browser) implements Visitor {}

    /// Anybody else.
    record Stranger(String address) implements Visitor {
        private static final String FORWARDED_FOR = "X-Forwarded-For";

        /// By the address of the socket. Where that is near, a proxy of ours stands in between, and
        /// the last address in its header counts, the one that it wrote itself. Who is near without
        /// a proxy can claim any address, and meets the limit for all strangers.
        static Stranger of(Context call) {
            String peer = call.req().getRemoteAddr();
            String[] forwarded =
                    Optional.ofNullable(call.header(FORWARDED_FOR)).orElse("").split(",", -1);
            String last = forwarded[forwarded.length - 1].strip();
            return new Stranger(isNear(peer) && !last.isEmpty() ? last : peer);
        }

        /// On this machine, or in a private network as containers have it.
        private static boolean isNear(String peer) {
            InetAddress address = InetAddress.ofLiteral(peer);
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        }

        @Override
        public String toString() {
            return "Stranger[…]";
        }
    }
}
