package congressbot.dev.bridge.wuzapi;

import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.body;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.failure;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.success;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.text;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.Media;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files of messages, for whoever copies from the webhook where they lie and what opens them.
final class WuzapiDownloads {
    private final Media media;

    WuzapiDownloads(Media media) {
        this.media = media;
    }

    void addTo(RoutesConfig routes) {
        for (String kind : List.of("image", "audio", "document", "video", "sticker")) {
            routes.post("/chat/download" + kind, this::download);
        }
    }

    private void download(Context call) throws IOException {
        JsonNode body = body(call);
        Optional<Media.Stored> file = text(body, "DirectPath")
                .map(WuzapiDownloads::name)
                .filter(name -> text(body, "MediaKey").equals(Optional.of(WuzapiMessages.mediaKey(name))))
                .flatMap(media::find);
        if (file.isEmpty()) {
            failure(call, 500, "failed to download media: server returned error 404");
            return;
        }
        String type = text(body, "Mimetype").orElse(file.get().kind().type());
        String data = Base64.getEncoder().encodeToString(file.get().bytes());
        success(call, Map.of("Mimetype", type, "Data", "data:" + type + ";base64," + data));
    }

    private static String name(String directPath) {
        String path = directPath.split("\\?", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
