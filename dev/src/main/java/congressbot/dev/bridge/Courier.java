package congressbot.dev.bridge;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.net.URI;
import java.util.Map;

/// Carries the webhooks of a bridge to the gateway.
public final class Courier {
    private static final int SUCCESS = 2;

    private final Dialect dialect;
    private final HttpCaller http;

    public Courier(Dialect dialect, HttpCaller http) {
        this.dialect = dialect;
        this.http = http;
    }

    /// Tries once.
    ///
    /// @return whether it was taken; what the bridge does not tell of counts as taken
    public boolean tell(URI gateway, Event event, Line line) {
        return dialect.webhook(event, line).map(told -> post(gateway, told)).orElse(true);
    }

    private boolean post(URI gateway, Dialect.Webhook webhook) {
        Call call = Call.post(
                dialect.address(gateway),
                webhook.type(),
                webhook.body(),
                dialect.patience().aTry());
        for (Map.Entry<String, String> header : webhook.headers().entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return http.send(call) instanceof Exchange.Answered answer && answer.status() / 100 == SUCCESS;
    }
}
