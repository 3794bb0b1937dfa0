package congressbot.dev.demo;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.dev.simulator.Simulator;
import congressbot.dev.stores.StorePair;
import congressbot.wire.process.Env;
import congressbot.wire.process.Secret;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
            "GOWA_");

    /// Whoever has these set means another model than the fake one.
    private static final List<String> LEFT_OUT_WITH_A_FAKE_MODEL = List.of("OPENAI_", "TRANSCRIPTION_");

    private final String basicAuth = "demo:" + UUID.randomUUID();
    private final DemoFolder folder;
    private final DemoPorts ports;
    private final Optional<URI> fakeModel;
    private final Congress congress;
    private final Organisers organisers;

    /// @param fakeModel where it listens, with its version; none: what the environment says of models
    ///     holds
    DemoEnvironment(DemoFolder folder, DemoPorts ports, Optional<URI> fakeModel) {
        this.folder = folder;
        this.ports = ports;
        this.fakeModel = fakeModel;
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

    URI panel() {
        return localhost(ports.botApi()).resolve("/painel");
    }

    Organisers organisers() {
        return organisers;
    }

    Simulator.Settings simulator() {
        Env env = env(Map.of());
        return new Simulator.Settings(
                ports.page(),
                folder.simulator(),
                loopback(ports.gateway()).resolve("/webhooks/gowa"),
                env.secret(Variable.GOWA_WEBHOOK_SECRET),
                new Secret(basicAuth),
                new Simulator.Account(congress.called()),
                () -> new Simulator.Links(
                        organisers.way(), localhost(ports.botApi()).resolve("/privacidade")));
    }

    Env of(StorePair stores, int smtpPort) {
        Map<Variable, Object> more = new EnumMap<>(Variable.class);
        more.put(Variable.DATABASE_URL, stores.postgres().url());
        more.put(Variable.REDIS_URL, stores.redis().url());
        more.put(Variable.BOT_PORT, ports.botApi());
        more.put(Variable.BOT_URL, loopback(ports.botApi()));
        more.put(Variable.GATEWAY_PORT, ports.gateway());
        more.put(Variable.GATEWAY_URL, loopback(ports.gateway()));
        more.put(Variable.GATEWAY_PRESENCE, "shown");
        more.put(Variable.WORKER_PORT, ports.worker());
        more.put(Variable.PUBLIC_URL, localhost(ports.botApi()));
        more.put(Variable.GOWA_URL, loopback(ports.page()));
        more.put(Variable.GOWA_BASIC_AUTH, basicAuth);
        more.put(Variable.SMTP_HOST, "127.0.0.1");
        more.put(Variable.SMTP_PORT, smtpPort);
        more.put(Variable.SMTP_SECURITY, "none");
        more.put(Variable.SMTP_FROM, "Congresso <nao-responda@congresso.example>");
        fakeModel.ifPresent(url -> {
            more.put(Variable.OPENAI_BASE_URL, url);
            more.put(Variable.OPENAI_API_KEY, "a-fake-model-asks-for-none");
        });
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
