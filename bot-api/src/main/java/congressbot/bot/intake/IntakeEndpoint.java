package congressbot.bot.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.intake.Intake.Accepted;
import congressbot.wire.Json;
import congressbot.wire.bot.IntakeRequest;
import congressbot.wire.http.Access;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Body;
import congressbot.wire.http.Problem;
import congressbot.wire.message.IncomingMessage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `POST /intake`: the gateway's call in strict mode. Answered with 204, the messages are stored.
public final class IntakeEndpoint {
    private final Intake intake;
    private final Function<IncomingMessage, String> congresses;

    /// Answers nothing until [#addTo].
    ///
    /// @param congresses the id of the one that a message belongs to
    public IntakeEndpoint(Intake intake, Function<IncomingMessage, String> congresses) {
        this.intake = intake;
        this.congresses = congresses;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/intake", this::keep, Access.INTERNAL);
    }

    private void keep(Context call) throws IOException {
        Optional<IntakeRequest> request = Bodies.read(call, IntakeRequest.class, IntakeRequest.MAX_BYTES);
        if (request.isEmpty()) {
            return;
        }
        try {
            Body raw = Body.of(request.get().body());
            intake.keep(accepted(request.get().envelopes()), raw);
            call.status(HttpStatus.NO_CONTENT);
        } catch (JsonProcessingException | IllegalArgumentException _) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "a webhook in Base64, and its envelopes");
        }
    }

    private List<Accepted> accepted(List<String> envelopes) throws JsonProcessingException {
        List<Accepted> accepted = new ArrayList<>();
        for (String envelope : envelopes) {
            IncomingMessage message = Json.read(envelope, IncomingMessage.class);
            accepted.add(new Accepted(congresses.apply(message), message, envelope));
        }
        return accepted;
    }
}
