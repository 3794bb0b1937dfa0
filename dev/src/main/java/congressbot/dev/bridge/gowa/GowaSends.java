package congressbot.dev.bridge.gowa;

import static congressbot.dev.bridge.gowa.GowaAnswers.failure;
import static congressbot.dev.bridge.gowa.GowaAnswers.notConnected;
import static congressbot.dev.bridge.gowa.GowaAnswers.success;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Line;
import congressbot.dev.bridge.Media;
import congressbot.dev.bridge.Phone;
import congressbot.dev.bridge.Taken;
import congressbot.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Messages, typing and read marks that GOWA is asked for. It takes no ids from outside.
final class GowaSends {
    private static final List<String> PICTURES = List.of("image/jpeg", "image/jpg", "image/png");

    private final Line line;

    GowaSends(Line line) {
        this.line = line;
    }

    void addTo(RoutesConfig routes) {
        routes.post(GowaText.PATH, this::sendText);
        routes.post("/send/image", this::sendImage);
        routes.post("/send/file", this::sendFile);
        routes.post("/send/chat-presence", this::type);
        routes.post("/message/{id}/read", this::read);
    }

    private void sendText(Context call) throws IOException {
        GowaText asked = GowaText.read(call.bodyAsBytes());
        if (asked.text().isBlank()) {
            invalid(call, "message cannot be blank");
            return;
        }
        send(call, asked.to(), new ChatContent.Text(asked.text()));
    }

    private void sendImage(Context call) throws IOException {
        Optional<UploadedFile> file = Optional.ofNullable(call.uploadedFile("image"));
        if (file.isEmpty() || !PICTURES.contains(String.valueOf(file.get().contentType()))) {
            invalid(call, "image: must be a JPEG or PNG");
            return;
        }
        send(call, given(call, "phone").orElse(""), new ChatContent.Image(keep(file.get()), given(call, "caption")));
    }

    private void sendFile(Context call) throws IOException {
        Optional<UploadedFile> file = Optional.ofNullable(call.uploadedFile("file"));
        if (file.isEmpty()) {
            invalid(call, "file: cannot be blank");
            return;
        }
        send(
                call,
                given(call, "phone").orElse(""),
                new ChatContent.Document(keep(file.get()), file.get().filename(), given(call, "caption")));
    }

    private String keep(UploadedFile file) throws IOException {
        try (InputStream content = file.content()) {
            byte[] bytes = content.readAllBytes();
            return line.media().keep(Media.Kind.of(bytes), bytes);
        }
    }

    private void send(Context call, String to, ChatContent content) {
        Optional<Phone> phone = GowaAnswers.phone(line, to);
        if (to.isBlank()) {
            invalid(call, "phone: cannot be blank");
        } else if (phone.isEmpty()) {
            failure(call, 400, "INVALID_JID", "the number is not on whatsapp");
        } else {
            switch (line.send(phone.get(), content, Optional.empty())) {
                case Taken.Sent sent -> call.contentType("application/json").result(GowaText.sent(sent.id()));
                case Taken.NotConnected() -> notConnected(call, line);
                case Taken.Starting() -> failure(call, 503, "DEVICE_MANAGER_UNAVAILABLE", "starting");
            }
        }
    }

    private void type(Context call) throws IOException {
        JsonNode body = body(call);
        String action = body.path("action").asText();
        if (!List.of("start", "stop").contains(action)) {
            invalid(call, "action must be start or stop");
            return;
        }
        forPhone(call, body, phone -> line.type(phone, action.equals("start")), "chat-presence-" + action);
    }

    private void read(Context call) throws IOException {
        String id = call.pathParam("id");
        forPhone(call, body(call), phone -> line.read(phone, id), id);
    }

    @FunctionalInterface
    private interface Act {
        void on(Phone phone);
    }

    private void forPhone(Context call, JsonNode body, Act act, String messageId) {
        Optional<Phone> phone = GowaAnswers.phone(line, body.path("phone").asText());
        if (line.link() != Line.Link.CONNECTED) {
            notConnected(call, line);
        } else if (phone.isEmpty()) {
            failure(call, 400, "INVALID_JID", "the number is not on whatsapp");
        } else {
            act.on(phone.get());
            success(call, "Success", Map.of("message_id", messageId, "status", "Success"));
        }
    }

    private static void invalid(Context call, String message) {
        failure(call, 400, "VALIDATION_ERROR", message);
    }

    private static Optional<String> given(Context call, String field) {
        return Optional.ofNullable(call.formParam(field)).filter(text -> !text.isBlank());
    }

    private static JsonNode body(Context call) throws IOException {
        return Json.MAPPER.readTree(call.bodyAsBytes());
    }
}
