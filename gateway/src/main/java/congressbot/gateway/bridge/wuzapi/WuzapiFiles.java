package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.Spool;
import congressbot.gateway.bridge.wuzapi.WuzapiMedia.Place;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Fetches files: what came inside a webhook from our own disk; what the bridge stored from the one
/// place that is configured for it; all else by the bridge, from WhatsApp. An address in a message
/// leads nowhere else.
final class WuzapiFiles {
    private static final Duration FETCH = Duration.ofSeconds(15);

    /// The bridge gets the file from WhatsApp meanwhile.
    private static final Duration DOWNLOAD = Duration.ofSeconds(20);

    /// Largest answer of the bridge to a download, in bytes: the largest file in Base64, and what
    /// stands around it.
    private static final int MAX_DOWNLOAD = Fetched.MAX_BYTES / 3 * 4 + 64 * 1024;

    /// Downloads by the bridge at once: each takes twice the memory of its file.
    private static final int DOWNLOADS_AT_ONCE = 1;

    /// What the bridge says, with status 500, of a file that WhatsApp has no more.
    private static final List<String> NEVER = List.of("status code 403", "status code 404", "status code 410");

    /// Parts of a path that a server may read as another folder.
    private static final List<String> CLIMBING = List.of("..", "\\", "%2e", "%2f", "%5c");

    private final Endpoints bridge;
    private final HttpCaller caller;
    private final Optional<URI> storage;
    private final Spool spool;
    private final Semaphore downloads = new Semaphore(DOWNLOADS_AT_ONCE, true);

    /// @param storage where the bridge leaves files, when it does
    WuzapiFiles(Endpoints bridge, HttpCaller caller, Optional<URI> storage, Spool spool) {
        this.bridge = bridge;
        this.caller = caller;
        this.storage = storage;
        this.spool = spool;
    }

    Media fetch(Place place) {
        Media kept = place.kept().map(spool::fetch).orElseGet(Media.Gone::new);
        if (!(kept instanceof Media.Gone)) {
            return kept;
        }
        if (place.tooLarge() || place.key().fileLength() > Fetched.MAX_BYTES) {
            return new Media.TooLarge();
        }
        Media stored = place.url().flatMap(this::inStorage).map(this::stored).orElseGet(Media.Gone::new);
        return stored instanceof Media.Gone && place.key().opens() ? downloaded(place) : stored;
    }

    private Media stored(URI address) {
        return switch (caller.send(Call.get(address, FETCH).reading(Fetched.MAX_BYTES))) {
            case Exchange.Answered answer ->
                switch (answer.status()) {
                    case 200 -> new Media.Found(answer.content());
                    // A storage says 403 of what it has no more, and of an address whose time is over.
                    case 403, 404, 410 -> new Media.Gone();
                    default -> new Media.TryLater("the storage answers with status " + answer.status());
                };
            case Exchange.NoAnswer failure when failure.tooLong() -> new Media.TooLarge();
            case Exchange.NoAnswer _, Exchange.NotSent _ -> new Media.TryLater("the storage does not answer");
        };
    }

    private Media downloaded(Place place) {
        if (!entered()) {
            return new Media.TryLater("the bridge is fetching another file");
        }
        try {
            return judged(bridge.post("/chat/download" + place.kind(), place.key(), DOWNLOAD, MAX_DOWNLOAD));
        } finally {
            downloads.release();
        }
    }

    private boolean entered() {
        try {
            return downloads.tryAcquire(DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts wants no more of this
            return false;
        }
    }

    private static Media judged(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answer when answer.status() == 200 -> file(answer);
            case Exchange.Answered answer -> refused(Reply.of(answer));
            case Exchange.NoAnswer failure when failure.tooLong() -> new Media.TooLarge();
            case Exchange.NoAnswer _, Exchange.NotSent _ -> new Media.TryLater("the bridge does not answer");
        };
    }

    private static Media file(Exchange.Answered answer) {
        return DataUrl.within(answer.content())
                .<Media>map(file -> file.size() > Fetched.MAX_BYTES ? new Media.TooLarge() : new Media.Found(file))
                .orElseGet(() -> new Media.TryLater("the bridge answers without a file"));
    }

    /// With a key that it does not understand the bridge will never do anything.
    private static Media refused(Reply reply) {
        boolean never = reply.status() == 400
                || (reply.status() == 500 && NEVER.stream().anyMatch(reply.error()::contains));
        return never ? new Media.Gone() : new Media.TryLater("the bridge answers with status " + reply.status());
    }

    /// The address, if it lies below the one that is configured.
    private Optional<URI> inStorage(String address) {
        return storage.flatMap(base -> parsed(address).filter(uri -> isBelow(base, uri)));
    }

    /// Compared as text: what is written otherwise than it is configured is another place.
    private static boolean isBelow(URI base, URI uri) {
        String below = base.toString().endsWith("/") ? base.toString() : base + "/";
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        boolean climbs = CLIMBING.stream().anyMatch(path.toLowerCase(Locale.ROOT)::contains);
        return uri.toString().startsWith(below) && uri.getRawUserInfo() == null && !climbs;
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
