package congressbot.worker;

import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.MessageId;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Calls bot-api.
final class BotClient {
    /// For what bot-api does without thinking.
    private static final Duration BRIEF = Duration.ofSeconds(10);

    private static final Duration HEALTH = Duration.ofSeconds(1);

    private final HttpCaller http;
    private final URI bot;
    private final URI turns;
    private final Secret apiKey;
    private final Duration patience;

    /// @param patience for a turn
    BotClient(HttpCaller http, URI bot, Secret apiKey, Duration patience) {
        this.http = http;
        this.bot = bot;
        this.turns = bot.resolve("/whatsapp");
        this.apiKey = apiKey;
        this.patience = patience;
    }

    /// What became of a dead letter.
    enum Burial {
        STORED,
        REFUSED,
        BOT_DOWN
    }

    /// Asks for the answer to the readable messages of a batch. A repetition gets the same answer.
    BotAnswer turn(Batch batch) {
        TurnRequest request = new TurnRequest(
                batch.claim().id().value(), batch.messages().getFirst().conversation(), batch.messages());
        Exchange exchange = http.send(Call.post(turns, request, patience).internal(apiKey));
        return BotAnswer.of(exchange, batch.messages().size());
    }

    /// Asks what is said in a voice note. A repetition costs nothing.
    ///
    /// @param message by which bot-api remembers it
    VoiceNote transcribe(MessageId message, Fetched.File file, Duration atMost) {
        URI place = bot.resolve(
                "/transcribe-audio?messageId=" + URLEncoder.encode(message.value(), StandardCharsets.UTF_8));
        return VoiceNote.of(
                http.send(Call.post(place, file.type(), file.content(), atMost).internal(apiKey)));
    }

    /// Hands a message over that cannot be processed. A repetition stores nothing more.
    Burial bury(DeadMessage dead) {
        Exchange exchange =
                http.send(Call.post(bot.resolve("/whatsapp/dead"), dead, BRIEF).internal(apiKey));
        if (!(exchange instanceof Exchange.Answered answered)) {
            return Burial.BOT_DOWN;
        }
        return switch (answered.status()) {
            case 200, 201, 202, 204 -> Burial.STORED;
            case 400, 409, 413, 422, 500 -> Burial.REFUSED;
            default -> Burial.BOT_DOWN;
        };
    }

    boolean healthy() {
        return http.send(Call.get(bot.resolve("/health"), HEALTH)) instanceof Exchange.Answered answered
                && answered.status() == 200;
    }
}
