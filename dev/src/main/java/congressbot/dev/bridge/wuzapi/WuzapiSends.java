package congressbot.dev.bridge.wuzapi;

import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.body;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.failure;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.field;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.success;
import static congressbot.dev.bridge.wuzapi.WuzapiAnswers.text;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Media;
import congressbot.dev.bridge.Phone;
import congressbot.dev.bridge.Taken;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Messages, typing and read marks that wuzapi is asked for. Whoever gives a message an id gets it
/// sent once.
final class WuzapiSends {
    private static final String BASE64 = ";base64,";

    private final Line line;

    WuzapiSends(Line line) {
        this.line = line;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/chat/send/text", this::sendText);
        routes.post("/chat/send/image", this::sendImage);
        routes.post("/chat/send/document", this::sendDocument);
        routes.post("/chat/presence", this::type);
        routes.post("/chat/markread", this::read);
        routes.post("/user/presence", call -> success(call, Map.of("Details", "Presence set successfuly")));
        routes.get("/user/lid/{jid}", this::lid);
    }

    private void sendText(Context call) throws IOException {
        JsonNode body = body(call);
        Optional<String> text = text(body, "Body");
        if (text.isEmpty()) {
            missing(call, "Body");
            return;
        }
        send(call, body, new ChatContent.Text(text.get()));
    }

    private void sendImage(Context call) throws IOException {
        JsonNode body = body(call);
        Optional<byte[]> image =
                data(body, "Image").filter(bytes -> Media.Kind.of(bytes).isPicture());
        if (image.isEmpty()) {
            failure(call, 400, "Image data should start with \"data:image/png;base64,\"");
            return;
        }
        send(call, body, new ChatContent.Image(keep(image.get()), text(body, "Caption")));
    }

    private void sendDocument(Context call) throws IOException {
        JsonNode body = body(call);
        Optional<byte[]> document = data(body, "Document");
        Optional<String> name = text(body, "FileName");
        if (document.isEmpty()) {
            failure(call, 400, "Document data should start with \"data:application/octet-stream;base64,\"");
        } else if (name.isEmpty()) {
            missing(call, "FileName");
        } else {
            send(call, body, new ChatContent.Document(keep(document.get()), name.get(), text(body, "Caption")));
        }
    }

    private String keep(byte[] bytes) throws IOException {
        return line.media().keep(Media.Kind.of(bytes), bytes);
    }

    /// From a data URL; the bridge would fetch others, from the Internet only.
    private static Optional<byte[]> data(JsonNode body, String name) {
        return text(body, name)
                .filter(url -> url.startsWith("data:") && url.contains(BASE64))
                .map(url -> url.substring(url.indexOf(BASE64) + BASE64.length()))
                .flatMap(WuzapiSends::decoded);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void send(Context call, JsonNode body, ChatContent content) {
        Optional<String> to = text(body, "Phone");
        Optional<Phone> phone = to.map(Phone::number).flatMap(line::phone);
        if (to.isEmpty()) {
            missing(call, "Phone");
        } else if (phone.isEmpty()) {
            failure(call, 500, "error sending message: no LID found for " + to.get() + " from server");
        } else {
            switch (line.send(phone.get(), content, text(body, "Id"))) {
                case Taken.Sent sent ->
                    success(
                            call,
                            Map.of(
                                    "Details",
                                    "Sent",
                                    "Id",
                                    sent.id(),
                                    "Timestamp",
                                    sent.at().getEpochSecond()));
                case Taken.NotConnected() -> failure(call, 500, notConnected());
                case Taken.Starting() -> failure(call, 500, "no session");
            }
        }
    }

    private void type(Context call) throws IOException {
        JsonNode body = body(call);
        String state = text(body, "State").orElse("");
        if (!List.of("composing", "paused").contains(state)) {
            missing(call, "State");
            return;
        }
        forPhone(call, text(body, "Phone"), phone -> line.type(phone, state.equals("composing")));
    }

    private void read(Context call) throws IOException {
        JsonNode body = body(call);
        JsonNode ids = field(body, "Id");
        if (!ids.isArray() || ids.isEmpty()) {
            missing(call, "Id");
            return;
        }
        forPhone(
                call,
                text(body, "ChatPhone").or(() -> text(body, "Chat")),
                phone -> ids.forEach(id -> line.read(phone, id.asText())));
    }

    @FunctionalInterface
    private interface Act {
        void on(Phone phone);
    }

    private void forPhone(Context call, Optional<String> given, Act act) {
        Optional<Phone> phone = given.map(Phone::number).flatMap(line::phone);
        if (phone.isEmpty()) {
            failure(call, 400, "could not parse Phone");
        } else if (line.link() != Line.Link.CONNECTED) {
            failure(call, 500, notConnected());
        } else {
            act.on(phone.get());
            success(call, Map.of("Details", "Done"));
        }
    }

    private void lid(Context call) {
        Optional<Phone> phone = line.phone(Phone.number(call.pathParam("jid")));
        if (phone.isEmpty()) {
            failure(call, 404, "LID not found for this number");
            return;
        }
        success(call, Map.of("jid", phone.get().jid(), "lid", phone.get().lid()));
    }

    private String notConnected() {
        return line.link() == Line.Link.UNLINKED ? "no session" : "not connected";
    }

    private static void missing(Context call, String field) {
        failure(call, 400, "missing " + field + " in Payload");
    }
}
