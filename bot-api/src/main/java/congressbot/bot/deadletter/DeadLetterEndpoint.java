package congressbot.bot.deadletter;

import congressbot.bot.conversation.DeadLetter;
import congressbot.bot.conversation.DeadLetterDesk;
import congressbot.bot.conversation.Handled;
import congressbot.wire.http.Access;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /whatsapp/dead`, `GET /whatsapp/dead/{number}`, `POST /whatsapp/dead/{number}/replay` and
/// `DELETE /whatsapp/dead/{number}`: what the command `dead` asks for.
public final class DeadLetterEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterEndpoint.class);
    private static final String ONE = "/whatsapp/dead/{number}";

    /// Longest number in digits, so that it fits.
    private static final String NUMBER = "[0-9]{1,18}";

    private final DeadLetterDesk desk;

    public DeadLetterEndpoint(DeadLetterDesk desk) {
        this.desk = desk;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/whatsapp/dead", this::list, Access.INTERNAL);
        routes.get(ONE, this::show, Access.INTERNAL);
        routes.post(ONE + "/replay", call -> decide(call, desk::replay), Access.INTERNAL);
        routes.delete(ONE, call -> decide(call, desk::drop), Access.INTERNAL);
    }

    private void list(Context call) {
        Bodies.answer(
                call, new Listed.All(desk.newest().stream().map(Listed::of).toList()));
    }

    private void show(Context call) {
        Optional<DeadLetter> letter = number(call).flatMap(desk::find);
        if (letter.isPresent()) {
            LOG.atInfo().addKeyValue("number", letter.get().number()).log("a dead letter was shown");
            Bodies.answer(call, Shown.of(letter.get()));
        } else {
            Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), "there is no dead letter of this number");
        }
    }

    private static void decide(Context call, LongFunction<Handled> decision) {
        Optional<Long> number = number(call);
        Handled outcome = number.map(decision::apply).orElse(Handled.UNKNOWN);
        LOG.atInfo()
                .addKeyValue("number", number.map(String::valueOf).orElse("none"))
                .addKeyValue("call", call.method())
                .addKeyValue("outcome", outcome)
                .log("a dead letter was decided about");
        call.status(status(outcome));
        Bodies.answer(call, new Decided(outcome));
    }

    private static HttpStatus status(Handled outcome) {
        return switch (outcome) {
            case REPLAYED, REPLAYED_BEFORE, DROPPED -> HttpStatus.OK;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case UNREADABLE, FOREIGN, TOO_OLD, OVERTAKEN, DROPPED_BEFORE, IN_EFFECT -> HttpStatus.CONFLICT;
        };
    }

    private static Optional<Long> number(Context call) {
        return Optional.of(call.pathParam("number"))
                .filter(text -> text.matches(NUMBER))
                .map(Long::valueOf);
    }
}
