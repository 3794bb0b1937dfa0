package congressbot.dev.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.dev.bridge.Phone;
import congressbot.wire.Json;
import congressbot.wire.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/// What the calls of the page about a phone have in common: whose it is, what it says, and how it is
/// refused.
final class PhoneCalls {
    private final Chats chats;
    private final SimulatorTexts texts;

    PhoneCalls(Chats chats, SimulatorTexts texts) {
        this.chats = chats;
        this.texts = texts;
    }

    /// Empty after answering that there is none.
    Optional<Phone> phone(Context call) {
        Optional<Phone> phone = chats.phone(call.pathParam("number"));
        if (phone.isEmpty()) {
            Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), texts.of("problem.no-phone"));
        }
        return phone;
    }

    static <T> Optional<T> read(Context call, Class<T> type) {
        try {
            return Optional.of(Json.read(call.body(), type));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    static Optional<String> query(Context call, String name) {
        return Optional.ofNullable(call.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    void refuse(Context call, String problem) {
        Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), texts.of(problem));
    }
}
