package congressbot.dev.simulator;

import congressbot.dev.bridge.Phone;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/// What people do with messages that are there: `/api/phones/{number}/messages/{id}`.
final class MessageEndpoints {
    private static final String MESSAGE = "/api/phones/{number}/messages/{id}";
    private static final int MAX_TEXT = 4_096;

    /// Characters of one emoji with all that belongs to it.
    private static final int MAX_EMOJI = 16;

    private final Bridge bridge;
    private final PhoneCalls calls;

    MessageEndpoints(Bridge bridge, PhoneCalls calls) {
        this.bridge = bridge;
        this.calls = calls;
    }

    void addTo(RoutesConfig routes) {
        routes.put(MESSAGE, this::edit);
        routes.delete(
                MESSAGE,
                call -> calls.phone(call).ifPresent(phone -> answer(call, bridge.delete(phone, call.pathParam("id")))));
        routes.put(MESSAGE + "/reaction", this::react);
    }

    private record NewText(String text) {}

    private record Reaction(String emoji) {}

    private void edit(Context call) {
        Optional<Phone> phone = calls.phone(call);
        Optional<String> text = PhoneCalls.read(call, NewText.class)
                .map(NewText::text)
                .filter(given -> PhoneCalls.fits(given, MAX_TEXT));
        if (phone.isPresent() && text.isEmpty()) {
            calls.refuse(call, "problem.text");
        } else if (phone.isPresent()) {
            answer(call, bridge.edit(phone.get(), call.pathParam("id"), text.get()));
        }
    }

    private void react(Context call) {
        Optional<Phone> phone = calls.phone(call);
        Optional<String> emoji =
                PhoneCalls.read(call, Reaction.class).map(Reaction::emoji).filter(given -> given.length() <= MAX_EMOJI);
        if (phone.isPresent() && emoji.isEmpty()) {
            calls.refuse(call, "problem.reaction");
        } else if (phone.isPresent()) {
            answer(call, bridge.react(phone.get(), call.pathParam("id"), emoji.get()));
        }
    }

    private void answer(Context call, boolean done) {
        if (done) {
            call.status(HttpStatus.NO_CONTENT);
        } else {
            calls.refuse(call, "problem.no-message");
        }
    }
}
