package congressbot.dev.microbench;

import congressbot.dev.microbench.Webhooks.Arrived;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// From the raw body of a webhook to the envelope for the queue, the check of its signature included.
@State(Scope.Thread)
public class DecoderBenchmark {
    private final Webhooks webhooks = new Webhooks();
    private final Arrived gowa = Webhooks.fromGowa();
    private final Arrived json = Webhooks.fromWuzapi("wuzapi.json");
    private final Arrived form = Webhooks.fromWuzapi("wuzapi.form");

    @Benchmark
    public Object gowa() {
        return webhooks.gowa(gowa);
    }

    @Benchmark
    public Object wuzapiJson() {
        return webhooks.wuzapi(json);
    }

    @Benchmark
    public Object wuzapiForm() {
        return webhooks.wuzapi(form);
    }
}
