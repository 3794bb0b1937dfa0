package congressbot.bot.http;

import congressbot.bot.conversation.DeadLetters;
import congressbot.bot.conversation.Engine;
import congressbot.bot.conversation.TurnResult;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.Access;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.ConversationId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/// `POST /whatsapp` and `POST /whatsapp/dead`: the worker's calls.
final class WhatsAppEndpoint {
    private final Engine engine;
    private final DeadLetters deadLetters;
    private final TurnJournal journal;

    WhatsAppEndpoint(Engine engine, DeadLetters deadLetters, TurnJournal journal) {
        this.engine = engine;
        this.deadLetters = deadLetters;
        this.journal = journal;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/whatsapp", this::turn, Access.INTERNAL);
        routes.post("/whatsapp/dead", this::dead, Access.INTERNAL);
    }

    private void turn(Context call) throws IOException {
        Optional<TurnRequest> request = Bodies.read(call, TurnRequest.class);
        if (request.isEmpty()) {
            return;
        }
        ConversationId conversation = request.get().conversation();
        if (!request.get().messages().stream()
                .allMatch(message -> message.conversation().equals(conversation))) {
            Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), "the messages are of several conversations");
            return;
        }
        switch (journal.noted(conversation, () -> engine.turn(request.get().messages()))) {
            case TurnResult.Answered answered -> Bodies.answer(call, answer(answered));
            case TurnResult.Foreign() ->
                Problem.answer(call, HttpStatus.CONFLICT.getCode(), "this message id belongs to another conversation");
        }
    }

    private static TurnAnswer answer(TurnResult.Answered answered) {
        return new TurnAnswer(
                answered.consumed(),
                answered.reply(),
                answered.step(),
                answered.options(),
                new TurnAnswer.Send(answered.key(), answered.send(), answered.outgoing()),
                RequestId.current());
    }

    private void dead(Context call) throws IOException {
        Optional<DeadMessage> dead = Bodies.read(call, DeadMessage.class);
        if (dead.isPresent()) {
            deadLetters.add(dead.get());
            journal.noteDead(dead.get());
            call.status(HttpStatus.NO_CONTENT);
        }
    }
}
