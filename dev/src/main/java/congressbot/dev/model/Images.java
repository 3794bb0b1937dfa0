package congressbot.dev.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The images of a request.
final class Images {
    private static final String INLINE = ";base64,";

    private Images() {}

    /// Their bytes, as if they were text.
    static String in(JsonNode request) {
        StringBuilder bytes = new StringBuilder();
        for (JsonNode message : request.path("messages")) {
            for (JsonNode part : message.path("content")) {
                String url = part.at("/image_url/url").asText();
                int data = url.indexOf(INLINE);
                if (data > 0) {
                    byte[] image = Base64.getDecoder().decode(url.substring(data + INLINE.length()));
                    bytes.append(new String(image, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return bytes.toString();
    }
}
