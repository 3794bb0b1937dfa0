package congressbot.gateway.bridge.wuzapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.Spool;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.Json;
import java.util.Optional;

/// Makes the reference to a file out of all that a message tells of it: the file itself in the
/// webhook, which is kept here, where the bridge left it, and what the bridge needs to get it from
/// WhatsApp once more.
final class WuzapiMedia {
    private static final int MAX_URL = 2_048;
    private static final int MAX_KEY = 128;
    private static final int MAX_MIME = 128;

    private final Instance instance;
    private final MediaSeal seal;
    private final Spool spool;

    WuzapiMedia(Instance instance, MediaSeal seal, Spool spool) {
        this.instance = instance;
        this.seal = seal;
        this.spool = spool;
    }

    /// What stands sealed in a `mediaRef`.
    ///
    /// @param kind image, audio or document
    /// @param kept name of the file here
    /// @param url where the bridge left it
    record Place(String kind, Optional<String> kept, Optional<String> url, Key key, boolean tooLarge) {
        /// A place as it was sealed.
        static Optional<Place> read(String json) {
            try {
                return Optional.of(Json.read(json, Place.class));
            } catch (JsonProcessingException _) {
                return Optional.empty(); // sealed by another version of ours
            }
        }

        /// Without what it holds: whoever has the key has the file.
        @Override
        public String toString() {
            return "Place[…]";
        }
    }

    /// What the bridge needs to fetch a file from WhatsApp, in the names of its endpoint.
    record Key(
            String url,
            String directPath,
            String mediaKey,
            String mimetype,
            String fileEncSHA256,
            String fileSHA256,
            long fileLength) {
        static Key of(Fields file) {
            return new Key(
                    text(WuzapiContent.either(file, "URL", "url"), MAX_URL),
                    text(file.text("directPath"), MAX_URL),
                    text(file.text("mediaKey"), MAX_KEY),
                    text(file.text("mimetype"), MAX_MIME),
                    text(WuzapiContent.either(file, "fileEncSHA256", "fileEncSha256"), MAX_KEY),
                    text(WuzapiContent.either(file, "fileSHA256", "fileSha256"), MAX_KEY),
                    file.number("fileLength").map(Double::longValue).orElse(0L));
        }

        /// Without key and place there is nothing to ask for.
        boolean opens() {
            return !mediaKey.isEmpty() && !(directPath.isEmpty() && url.isEmpty());
        }

        /// What is too long for its kind is none.
        private static String text(Optional<String> text, int max) {
            return text.filter(given -> given.length() <= max).orElse("");
        }

        @Override
        public String toString() {
            return "Key[…]";
        }
    }

    /// @param file the part of the message that tells of it
    String ref(String kind, Fields file, WuzapiContent.Part part) {
        Optional<Spool.Spooled> spooled =
                part.body().hasFile() ? Optional.of(spool.keep(part.body()::writeFile)) : Optional.empty();
        Optional<String> kept = spooled.flatMap(
                result -> result instanceof Spool.Spooled.Kept(String name) ? Optional.of(name) : Optional.empty());
        Optional<String> url = part.root()
                .object("s3")
                .flatMap(stored -> stored.text("url"))
                .filter(address -> address.length() <= MAX_URL);
        boolean tooLarge =
                spooled.filter(Spool.Spooled.TooLarge.class::isInstance).isPresent();
        return seal.seal(instance, Json.write(new Place(kind, kept, url, Key.of(file), tooLarge)));
    }
}
