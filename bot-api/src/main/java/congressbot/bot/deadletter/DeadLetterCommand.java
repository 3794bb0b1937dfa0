package congressbot.bot.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.conversation.Handled;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Env;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The command `dead`: shows dead letters and decides about them. It only asks the running bot-api.
///
/// Exit status: 0 done, 1 not possible, 2 wrong use.
public final class DeadLetterCommand {
    static final int DONE = 0;
    static final int NOT_POSSIBLE = 1;
    static final int WRONG_USE = 2;

    /// A replay may ask a language model.
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final String LETTERS = "/whatsapp/dead";
    private static final URI HERE = URI.create("http://127.0.0.1:8080");

    private final Neighbour bot;
    private final HttpCaller http;
    private final Wording wording = Wording.load();
    private final PrintStream out;
    private final PrintStream complaints;

    /// Where bot-api is, and its key.
    ///
    /// @param address in a container of bot-api this very machine
    record Neighbour(URI address, Secret apiKey) {
        static Neighbour from(Env env) {
            return new Neighbour(env.address(Variable.BOT_URL, HERE), env.secret(Variable.BOT_API_KEY));
        }
    }

    DeadLetterCommand(Neighbour bot, HttpCaller http, PrintStream out, PrintStream complaints) {
        this.bot = bot;
        this.http = http;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] arguments) {
        Optional<Wish> wish = Wish.of(List.of(arguments));
        if (wish.isEmpty()) {
            System.err.println(Wording.load().usage());
            System.exit(WRONG_USE);
        }
        Launch.quietly("dead", Neighbour::from, bot -> {
            int status;
            try (HttpCaller http = new HttpCaller(1)) {
                status = new DeadLetterCommand(bot, http, System.out, System.err).run(wish.orElseThrow());
            }
            System.exit(status);
        });
    }

    /// Does it, says what came of it, and gives the exit status.
    int run(Wish wish) throws JsonProcessingException {
        return switch (wish) {
            case Wish.ListAll() -> list();
            case Wish.Show(long number) -> show(number);
            case Wish.Replay(long number) -> decide(number, Call.post(at("/" + number + "/replay"), "", "", PATIENCE));
            case Wish.Drop(long number) -> decide(number, Call.delete(at("/" + number), PATIENCE));
        };
    }

    private int list() throws JsonProcessingException {
        Exchange exchange = ask(Call.get(at(""), PATIENCE));
        if (!(exchange instanceof Exchange.Answered answered && answered.status() == 200)) {
            return complain(exchange);
        }
        out.println(wording.table(Json.read(answered.body(), Listed.All.class).letters()));
        return DONE;
    }

    private int show(long number) throws JsonProcessingException {
        Exchange exchange = ask(Call.get(at("/" + number), PATIENCE));
        if (exchange instanceof Exchange.Answered missing && missing.status() == 404) {
            complaints.println(wording.outcome(number, Handled.UNKNOWN));
            return NOT_POSSIBLE;
        }
        if (!(exchange instanceof Exchange.Answered answered && answered.status() == 200)) {
            return complain(exchange);
        }
        out.println(wording.letter(Json.read(answered.body(), Shown.class)));
        return DONE;
    }

    private int decide(long number, Call call) throws JsonProcessingException {
        Exchange exchange = ask(call);
        if (!(exchange instanceof Exchange.Answered answered
                && List.of(200, 404, 409).contains(answered.status()))) {
            return complain(exchange);
        }
        String said = wording.outcome(
                number, Json.read(answered.body(), Decided.class).outcome());
        boolean done = answered.status() == 200;
        (done ? out : complaints).println(said);
        return done ? DONE : NOT_POSSIBLE;
    }

    private int complain(Exchange exchange) {
        complaints.println(
                switch (exchange) {
                    case Exchange.Answered answered -> refusal(answered.status());
                    case Exchange.NotSent _, Exchange.NoAnswer _ ->
                        wording.notReached().replace("{address}", bot.address().toString());
                });
        return NOT_POSSIBLE;
    }

    private String refusal(int status) {
        return switch (status) {
            case 401 -> wording.keyRefused();
            case 503 -> wording.notNow();
            default -> wording.failedAgain();
        };
    }

    private Exchange ask(Call call) {
        return http.send(call.internal(bot.apiKey()));
    }

    private URI at(String path) {
        return bot.address().resolve(LETTERS + path);
    }
}
