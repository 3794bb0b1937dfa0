package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.Json;
import java.util.Optional;

/// A file in a message. The versions write a path, an object with a path, or, where the bridge
/// downloads nothing by itself, one with an address.
///
/// @param path under the bridge's address
/// @param url encrypted bytes at WhatsApp: of use to the bridge only
record GowaMedia(
        Optional<String> path,
        Optional<String> url,
        Optional<String> mime,
        Optional<String> fileName,
        Optional<String> caption) {
    private static final int MAX_PATH = 1_024;
    private static final int MAX_URL = 2_048;

    /// What stands sealed in a `mediaRef`; with message and chat the bridge can be asked to download.
    record Place(Optional<String> path, Optional<String> url, String messageId, String chat) {
        /// A place as it was sealed.
        static Optional<Place> read(String json) {
            try {
                return Optional.of(Json.read(json, Place.class));
            } catch (JsonProcessingException _) {
                return Optional.empty(); // sealed by another version of ours
            }
        }

        /// Without what it holds: an address, a path and a chat are personal.
        @Override
        public String toString() {
            return "Place[…]";
        }
    }

    /// Empty when what stands there is neither a text nor an object.
    static Optional<GowaMedia> at(Fields fields, String key) {
        return fields.text(key)
                .map(path -> new GowaMedia(
                        Optional.of(path), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .or(() -> fields.object(key).map(GowaMedia::of));
    }

    private static GowaMedia of(Fields file) {
        return new GowaMedia(
                file.text("path").or(() -> file.text("media_path")),
                file.text("url"),
                file.text("mime_type"),
                file.text("filename"),
                file.text("caption"));
    }

    /// The place of the file as JSON, to be sealed.
    String place(String messageId, Jid chat) {
        return Json.write(new Place(
                path.filter(text -> text.length() <= MAX_PATH),
                url.filter(text -> text.length() <= MAX_URL),
                messageId,
                chat.address()));
    }
}
