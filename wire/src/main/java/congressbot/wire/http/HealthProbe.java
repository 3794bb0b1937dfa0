package congressbot.wire.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/// Asks a process of this machine how it is: ends with 0 when its `/health` answers 200, else with 1. A program of its
/// own, for containers, whose images have no HTTP client besides Java.
public final class HealthProbe {
    /// Longer than any check behind `/health` takes, shorter than the pause until the next probe.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private HealthProbe() {}

    /// Takes one argument, the port.
    public static void main(String[] arguments) {
        System.exit(isHealthy(Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    private static boolean isHealthy(int port) {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + "/health");
            HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
            call.setConnectTimeout((int) PATIENCE.toMillis());
            call.setReadTimeout((int) PATIENCE.toMillis());
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false; // nobody listens or answers: that is the finding
        }
    }
}
