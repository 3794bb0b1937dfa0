package congressbot.dev.demo;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.dev.model.FakeModel;
import congressbot.dev.model.Mood;
import congressbot.dev.process.Opened;
import congressbot.dev.simulator.Simulator;
import congressbot.dev.stores.Ownership;
import congressbot.dev.stores.RunningStore;
import congressbot.dev.stores.StorePair;
import congressbot.dev.stores.StoreUnavailable;
import congressbot.gateway.Gateway;
import congressbot.gateway.GatewaySettings;
import congressbot.migrations.Migrate;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Launch;
import congressbot.wire.process.Ticker;
import congressbot.worker.Worker;
import congressbot.worker.WorkerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `demo [--fresh] [--model fake] [--bridge gowa|wuzapi]`: the whole house in one process: the
/// stores, the three processes by their own composition roots, and the simulator in the bridge's
/// place. What it starts it also stops, last first.
public final class Demo {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Opened opened = new Opened();
    private final DemoFolder folder;
    private final PrintStream out;
    private final PrintStream err;

    private Demo(DemoFolder folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        Optional<DemoOptions> options = DemoOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println("demo: usage: " + DemoOptions.USAGE);
            System.exit(WRONG_USE);
        }
        Launch.quietly("demo", DemoFolder::from, folder -> new Demo(folder, System.out, System.err).run(options.get()));
    }

    private void run(DemoOptions options) throws Exception {
        Optional<Ownership> ownership = folder.take();
        if (ownership.isEmpty()) {
            fail("a demo runs here already: " + folder.address().orElse("it is just starting"));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop-demo"));
        opened.with(ownership.get());
        folder.forgetAddress();
        try {
            if (options.fresh()) {
                folder.erase();
            }
            start(DemoPorts.choose(), options);
        } catch (StoreUnavailable e) {
            fail(e.getMessage());
        } catch (Exception e) {
            if (!opened.closed()) {
                throw e;
            }
        }
    }

    private void start(DemoPorts ports, DemoOptions options) throws Exception {
        Optional<URI> model = options.fakeModel()
                ? Optional.of(opened.with(FakeModel.start(Mood.HONEST)).baseUrl())
                : Optional.empty();
        DemoEnvironment environment =
                new DemoEnvironment(folder, ports, model, options.bridge().dialect());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<StorePair> starting = threads.submit(() -> opened.with(folder.startStores()));
            Simulator simulator = Simulator.start(environment.simulator());
            StorePair stores = result(starting);
            opened.with(simulator);
            DatabaseAddress database =
                    DatabaseAddress.parse(stores.postgres().url().toString());
            Migrate.migrate(database);
            environment.organisers().invite(database);
            startProcesses(threads, environment.of(stores, simulator.smtpPort()));
            simulator.connect(database);
            opened.with(Ticker.start("stores", WATCH, () -> watch(stores)));
            introduce(environment, ports, stores);
        }
    }

    private void startProcesses(ExecutorService threads, Env env) throws Exception {
        BotSettings bot = BotSettings.from(env);
        GatewaySettings gateway = GatewaySettings.from(env);
        WorkerSettings worker = WorkerSettings.from(env);
        env.finish();
        List<Future<? extends AutoCloseable>> starts = List.of(
                threads.submit(() -> BotApi.start(bot)),
                threads.submit(() -> Gateway.start(gateway)),
                threads.submit(() -> Worker.start(worker)));
        for (Future<? extends AutoCloseable> start : starts) {
            opened.with(result(start));
        }
    }

    private void introduce(DemoEnvironment environment, DemoPorts ports, StorePair stores) throws IOException {
        folder.leaveAddress(environment.page().toString());
        tell("data        %s, PostgreSQL on port %d, Redis on port %d"
                .formatted(
                        folder.path(), stores.postgres().port(), stores.redis().port()));
        tell("processes   bot-api on port %d, gateway on %d, worker on %d"
                .formatted(ports.botApi(), ports.gateway(), ports.worker()));
        tell("bridge      %s, played by the page".formatted(environment.bridge().channel()));
        tell("organisers  %s".formatted(environment.organisers().way()));
        tell("pairing     %s, password %s".formatted(environment.pairing(), DemoEnvironment.PAIRING_PASSWORD));
        environment
                .fakeModel()
                .ifPresent(url -> tell("model       a fake one at %s: questions are answered by it".formatted(url)));
        tell("stop        Ctrl-C; the data stays, and demo --fresh begins without it");
        out.println("Ready: " + environment.page());
        out.flush();
    }

    private void tell(String line) {
        err.println("demo: " + line);
    }

    /// Ends everything when a store has ended by itself; on a thread of its own, because the end
    /// waits for this one.
    private boolean watch(StorePair stores) {
        Optional<RunningStore> ended = stores.ended();
        if (ended.isPresent() && !opened.closed()) {
            String message = "%s has ended unexpectedly; what it said last is in %s"
                    .formatted(ended.get().name(), ended.get().log());
            Thread.startVirtualThread(() -> fail(message));
        }
        return false;
    }

    private void fail(String message) {
        err.println("demo: " + message);
        System.exit(FAILED);
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
