package congressbot.dev.demo;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.dev.bridge.Dialect;
import congressbot.dev.simulator.Simulator;
import congressbot.dev.stores.StorePair;
import congressbot.wire.process.DevValues;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of everything in a demo. What says where the neighbours are is set here, so that a
/// demo never touches a real bridge, database or mail server; all else holds as it stands in the
/// environment.
final class DemoEnvironment {
    /// Whoever has these set means something else than the demo.
    private static final List<String> LEFT_OUT = List.of(
            "ENV",
            "DATABASE_URL",
            "REDIS_URL",
            "BOT_",
            "GATEWAY_",
            "WORKER_",
            "PUBLIC_URL",
            "CHANNELS",
            "SMTP_",
            "GOWA_",
            "WUZAPI_");

    /// The page tells it to whoever opens it.
    static final String PAIRING_PASSWORD = "demonstracao";

    /// Whoever has these set means another model than the fake one.
    private static final List<String> LEFT_OUT_WITH_A_FAKE_MODEL = List.of("OPENAI_", "TRANSCRIPTION_");

    private final DemoFolder folder;
    private final DemoPorts ports;
    private final Optional<URI> fakeModel;
    private final Dialect bridge;
    private final Congress congress;
    private final Organisers organisers;

    /// @param fakeModel where it listens, with its version; none: what the environment says of models
    ///     holds
    /// @param bridge the one that is played
    DemoEnvironment(DemoFolder folder, DemoPorts ports, Optional<URI> fakeModel, Dialect bridge) {
        this.folder = folder;
        this.ports = ports;
        this.fakeModel = fakeModel;
        this.bridge = bridge;
        Path congresses = env(Map.of()).path(Variable.CONGRESS_DIR, "congress");
        this.congress = Congresses.read(congresses, localhost(ports.botApi())).getFirst();
        this.organisers = new Organisers(panel(), congress.id());
    }

    URI page() {
        return localhost(ports.page());
    }

    Optional<URI> fakeModel() {
        return fakeModel;
    }

    Dialect bridge() {
        return bridge;
    }

    URI panel() {
        return localhost(ports.botApi()).resolve("/painel");
    }

    Organisers organisers() {
        return organisers;
    }

    Simulator.Settings simulator() {
        return new Simulator.Settings(
                ports.page(),
                folder.simulator(),
                loopback(ports.gateway()),
                bridge,
                new Simulator.Account(congress.called()),
                () -> new Simulator.Links(
                        organisers.way(),
                        localhost(ports.botApi()).resolve("/privacidade"),
                        pairing(),
                        PAIRING_PASSWORD));
    }

    /// Where the number is linked to its bridge.
    URI pairing() {
        return localhost(ports.gateway()).resolve("/pairing");
    }

    /// Leaves what it sets where commands look that are given the same folder as `DATA_DIR`, such as
    /// `doctor`.
    Env of(StorePair stores, int smtpPort) throws IOException {
        Map<Variable, Object> more = new EnumMap<>(Variable.class);
        more.put(Variable.DATABASE_URL, stores.postgres().url());
        more.put(Variable.REDIS_URL, stores.redis().url());
        more.put(Variable.BOT_PORT, ports.botApi());
        more.put(Variable.BOT_URL, loopback(ports.botApi()));
        more.put(Variable.GATEWAY_PORT, ports.gateway());
        more.put(Variable.GATEWAY_URL, loopback(ports.gateway()));
        more.put(Variable.GATEWAY_PRESENCE, "shown");
        more.put(Variable.GATEWAY_PASSWORD, PAIRING_PASSWORD);
        more.put(Variable.WORKER_PORT, ports.worker());
        more.put(Variable.PUBLIC_URL, localhost(ports.botApi()));
        more.put(Variable.SMTP_HOST, "127.0.0.1");
        more.put(Variable.SMTP_PORT, smtpPort);
        more.put(Variable.SMTP_SECURITY, "none");
        more.put(Variable.SMTP_FROM, "Congresso <nao-responda@congresso.example>");
        fakeModel.ifPresent(url -> {
            more.put(Variable.OPENAI_BASE_URL, url);
            more.put(Variable.OPENAI_API_KEY, "a-fake-model-asks-for-none");
        });
        Map<String, String> ofTheBridge = bridge.settings(loopback(ports.page()));
        ofTheBridge.forEach((name, value) -> more.put(Variable.valueOf(name), value));
        DevValues left = new DevValues(folder.path());
        for (Map.Entry<Variable, Object> setting : more.entrySet()) {
            left.keep(setting.getKey(), setting.getValue().toString());
        }
        return env(more);
    }

    private Env env(Map<Variable, Object> more) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet()
                .removeIf(name -> LEFT_OUT.stream().anyMatch(name::startsWith)
                        || (fakeModel.isPresent()
                                && LEFT_OUT_WITH_A_FAKE_MODEL.stream().anyMatch(name::startsWith)));
        all.put(Variable.DATA_DIR.name(), folder.path().toString());
        more.forEach((variable, value) -> all.put(variable.name(), value.toString()));
        return new Env(all);
    }

    private static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
