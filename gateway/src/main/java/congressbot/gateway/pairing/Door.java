package congressbot.gateway.pairing;

import congressbot.gateway.pairing.Visits.Visit;
import congressbot.wire.http.CallerNetwork;
import congressbot.wire.process.Secret;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in, by the one password, and the way out.
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String COOKIE = "pareamento";

    /// Makes browsers refuse the cookie from anybody else than this host over https.
    private static final String HOST_ONLY = "__Host-";

    private final byte[] password;
    private final Guesses guesses;
    private final Visits visits;

    Door(Secret password, InstantSource time) {
        this.password = Visits.sha256(password.reveal());
        guesses = new Guesses(time);
        visits = new Visits(time);
    }

    /// What became of a knock.
    sealed interface Knock {
        record In() implements Knock {}

        record Wrong() implements Knock {}

        /// Not looked at.
        record HeldUp(Duration left) implements Knock {}
    }

    Optional<Visit> visit(Context call) {
        return token(call).flatMap(visits::of);
    }

    /// Compares hashes: neither content nor length of the password shows in how long it takes.
    Knock knock(Context call, String given) {
        CallerNetwork from = CallerNetwork.of(call);
        Optional<Duration> wait = guesses.take(from);
        if (wait.isPresent()) {
            note("held up");
            return new Knock.HeldUp(wait.get());
        }
        if (!MessageDigest.isEqual(password, Visits.sha256(given))) {
            note("wrong password");
            return new Knock.Wrong();
        }
        note("in");
        guesses.forgive(from);
        token(call).ifPresent(visits::end);
        give(call, visits.begin(), "");
        return new Knock.In();
    }

    void leave(Context call) {
        token(call).ifPresent(visits::end);
        give(call, "", "; Max-Age=0");
    }

    private static Optional<String> token(Context call) {
        return Optional.ofNullable(call.cookie(name(Origin.of(call)))).filter(token -> !token.isEmpty());
    }

    private static void give(Context call, String token, String age) {
        Origin origin = Origin.of(call);
        call.res()
                .addHeader(
                        "Set-Cookie",
                        name(origin) + "=" + token + "; Path=/" + age + (origin.secure() ? "; Secure" : "")
                                + "; HttpOnly; SameSite=Strict");
    }

    private static String name(Origin origin) {
        return origin.secure() ? HOST_ONLY + COOKIE : COOKIE;
    }

    private static void note(String outcome) {
        LOG.atInfo().addKeyValue("outcome", outcome).log("somebody was at the door of the pairing page");
    }
}
