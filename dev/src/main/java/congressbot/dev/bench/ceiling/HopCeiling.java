package congressbot.dev.bench.ceiling;

import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.Opened;
import congressbot.wire.http.Access;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.http.ProcessServer;
import congressbot.wire.process.Health;
import congressbot.wire.process.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A call from one process of ours to another, with a body as long as a message, and nothing done
/// there. Both ends are in this process.
final class HopCeiling {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BODY = 700;

    private HopCeiling() {}

    /// What was found.
    ///
    /// @param cpu of both ends together
    record Hops(Rate rate, Duration cpu) {
        double cpuMillis() {
            return cpu.toNanos() / 1e6 / rate.count();
        }
    }

    /// @param callers at the same time
    static Hops measure(int calls, int callers) throws IOException {
        Secret key = new Secret(UUID.randomUUID().toString());
        ProcessServer.Common common = new ProcessServer.Common(
                key, new Health(InstantSource.system()), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        try (Opened opened = new Opened()) {
            ProcessServer server = opened.with(
                    ProcessServer.start(0, common, routes -> routes.post("/hop", _ -> {}, Access.INTERNAL)));
            HttpCaller http = opened.with(new HttpCaller(callers));
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/hop");
            Call call = Call.post(address, "application/json", "x".repeat(BODY), PATIENCE)
                    .internal(key);
            run(http, call, calls, callers); // warm
            return run(http, call, calls, callers);
        }
    }

    private static Hops run(HttpCaller http, Call call, int calls, int callers) throws IOException {
        AtomicInteger left = new AtomicInteger(calls);
        AtomicInteger failed = new AtomicInteger();
        Duration before = ProcessStat.read(ProcessHandle.current().pid()).own();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        boolean good =
                                http.send(call) instanceof Exchange.Answered answered && answered.status() == 200;
                        failed.addAndGet(good ? 0 : 1);
                    }
                });
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (failed.get() > 0) {
            throw new IOException(failed + " empty calls failed");
        }
        return new Hops(
                new Rate(calls, took),
                ProcessStat.read(ProcessHandle.current().pid()).own().minus(before));
    }
}
