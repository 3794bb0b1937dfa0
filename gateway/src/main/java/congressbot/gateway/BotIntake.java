package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.wire.bot.IntakeRequest;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Has bot-api store messages before they are accepted. A repetition stores nothing more.
final class BotIntake {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration HEALTH = Duration.ofSeconds(1);

    private final HttpCaller http;
    private final URI bot;
    private final Secret apiKey;
    private final Alarm alarm;

    BotIntake(HttpCaller http, URI bot, Secret apiKey, Alarm alarm) {
        this.http = http;
        this.bot = bot;
        this.apiKey = apiKey;
        this.alarm = alarm;
    }

    /// Stores what one webhook brought.
    ///
    /// @return whether it certainly is stored
    boolean stores(byte[] webhook, List<String> envelopes) {
        Call call = Call.post(bot.resolve("/intake"), IntakeRequest.of(webhook, envelopes), PATIENCE)
                .internal(apiKey);
        return switch (http.send(call)) {
            case Exchange.Answered answered -> answered.status() == 204 || unstored("status " + answered.status());
            case Exchange.NotSent(String reason) -> unstored(reason);
            case Exchange.NoAnswer(String reason) -> unstored(reason);
        };
    }

    boolean healthy() {
        return http.send(Call.get(bot.resolve("/health"), HEALTH)) instanceof Exchange.Answered answered
                && answered.status() == 200;
    }

    private boolean unstored(String reason) {
        alarm.raise("bot-api stores no messages: " + reason);
        return false;
    }
}
