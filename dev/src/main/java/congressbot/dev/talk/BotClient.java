package congressbot.dev.talk;

import congressbot.dev.metrics.MetricsPage;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// Calls bot-api with its key.
///
/// @param address of bot-api
public record BotClient(HttpCaller http, URI address, Secret apiKey) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SUCCESS = 200;

    /// Posts a record and reads the answer.
    ///
    /// @throws IOException when the answer is anything but success
    public <A> A post(String path, Object request, Class<A> answer) throws IOException {
        Exchange exchange =
                http.send(Call.post(address.resolve(path), request, PATIENCE).internal(apiKey));
        if (exchange instanceof Exchange.Answered answered && answered.status() == SUCCESS) {
            return Json.read(answered.body(), answer);
        }
        throw new IOException("%s: %s".formatted(path, exchange));
    }

    /// Its figures, as they stand now.
    public MetricsPage metrics() throws IOException {
        return MetricsPage.read(http, address, apiKey);
    }
}
