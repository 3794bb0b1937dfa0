package congressbot.dev.dialogues;

import congressbot.dev.metrics.MetricsPage;
import java.io.IOException;

/// How long bot-api thought about turns, without what it waited for; in seconds.
///
/// @param turns how many
record Thought(double p50, double p99, double max, long turns) {
    static Thought read(MetricsPage page) throws IOException {
        return new Thought(
                page.value("thinking_seconds{quantile=\"0.5\"}"),
                page.value("thinking_seconds{quantile=\"0.99\"}"),
                page.value("thinking_seconds_max"),
                Math.round(page.value("thinking_seconds_count")));
    }
}
