package congressbot.dev.metrics;

import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/// What one of our processes counts, in the text format of Prometheus.
public record MetricsPage(String text) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static MetricsPage read(HttpCaller http, URI process, Secret apiKey) throws IOException {
        Exchange exchange =
                http.send(Call.get(process.resolve("/metrics"), PATIENCE).internal(apiKey));
        if (exchange instanceof Exchange.Answered answered && answered.status() == 200) {
            return new MetricsPage(answered.body());
        }
        throw new IOException("no metrics: " + exchange);
    }

    /// One figure, of whatever process: the name is the same behind the name of the process.
    ///
    /// @param name the end of its name, with labels where it has some: `redis_round_trips_total`
    public double value(String name) throws IOException {
        return figure(name).orElseThrow(() -> new IOException("no metric " + name));
    }

    /// The same of what is not there before it happened once.
    public double valueOrZero(String name) {
        return figure(name).orElse(0);
    }

    private OptionalDouble figure(String name) {
        return text.lines()
                .filter(line -> line.startsWith("congressbot_"))
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts[0].endsWith("_" + name))
                .mapToDouble(parts -> Double.parseDouble(parts[1]))
                .findFirst();
    }
}
