package congressbot.gateway.bridge.gowa;

import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which version the bridge is of. Old ones do not tell.
final class GowaVersion {
    private static final Duration ASK = Duration.ofSeconds(3);

    /// It changes when somebody upgrades the bridge.
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    /// Before that, every image is made 600 pixels wide, and a code in it may become unreadable.
    private static final Release LARGE_IMAGES = new Release(9, 2);

    private static final Pattern FORM = Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})(?:[.-].{0,40})?");

    private final GowaApi api;
    private final InstantSource time;

    private volatile Told last = new Told(Instant.MIN, Optional.empty());

    GowaVersion(GowaApi api, InstantSource time) {
        this.api = api;
        this.time = time;
    }

    /// `9.2` of `v9.2.0`.
    record Release(int major, int minor) {
        static Optional<Release> parse(String text) {
            Matcher parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new Release(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }

        boolean atLeast(Release other) {
            return major > other.major || (major == other.major && minor >= other.minor);
        }
    }

    private record Told(Instant at, Optional<Release> release) {}

    /// The bridge's answer to the question, as it came.
    Exchange ask() {
        return api.get("/app/info", ASK);
    }

    /// As the bridge writes it.
    static Optional<String> text(Exchange answer) {
        return GowaApi.results(answer).flatMap(results -> results.text("version"));
    }

    /// Whether an image can be sent as it is.
    boolean keepsImagesLarge() {
        return release().filter(release -> release.atLeast(LARGE_IMAGES)).isPresent();
    }

    private Optional<Release> release() {
        Instant now = time.instant();
        if (last.at().plus(BELIEVED).isBefore(now)) {
            Exchange answer = ask();
            if (!(answer instanceof Answered)) {
                return last.release();
            }
            last = new Told(now, text(answer).flatMap(Release::parse));
        }
        return last.release();
    }
}
