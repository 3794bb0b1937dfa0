package congressbot.dev.house;

import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.dev.metrics.MetricsPage;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Meanwhile;
import congressbot.dev.process.Opened;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Program;
import congressbot.dev.stores.Poll;
import congressbot.dev.stores.RunningStore;
import congressbot.dev.stores.StorePair;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.RedisAddress;
import congressbot.wire.queue.RedisConnections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import redis.clients.jedis.UnifiedJedis;

/// The whole house on this machine: a bridge, our processes from their packaged jars, durable stores,
/// empty at first. All of it can be measured, and broken.
public final class House {
    private static final int ANY_PORT = 0;
    private static final Duration START = Duration.ofSeconds(90);

    private final Site site;
    private final Opened opened;
    private final FakeBridge bridge;
    private final HttpCaller http;
    private final Staff staff;
    private final Optional<RedisPair> pair;
    private final String redisAddress;
    private final URI entrance;
    private final Secret apiKey;
    private final AtomicInteger revivals = new AtomicInteger();
    private volatile RunningStore postgres;
    private volatile RunningStore redis;

    private House(Site site, Opened opened, FakeBridge bridge, HttpCaller http, StorePair stores, String secret)
            throws IOException, InterruptedException {
        this.site = site;
        this.opened = opened;
        this.bridge = bridge;
        this.http = http;
        this.postgres = stores.postgres();
        this.redis = stores.redis();
        this.apiKey = new Secret(UUID.randomUUID().toString());
        this.pair = site.redis().paired() ? Optional.of(RedisPair.over(redis, site, opened)) : Optional.empty();
        this.redisAddress = pair.map(RedisPair::address).orElse(redis.url().toString());
        Surroundings surroundings = Surroundings.of(
                site,
                new Surroundings.Neighbours(postgres.url(), redisAddress, bridge.address(), secret, apiKey.reveal()));
        this.entrance = surroundings.entrance();
        this.staff = Staff.start(site, surroundings, opened, http);
    }

    /// Builds it; ready when this returns.
    ///
    /// @param opened gets what is to be closed as soon as it is open
    /// @param phones where the replies arrive
    public static House open(Site site, Opened opened, Consumer<FakeBridge.Sent> phones)
            throws IOException, SQLException, InterruptedException {
        site.clear();
        StorePair stores = opened.with(StorePair.start(site.folder(), ANY_PORT, ANY_PORT, site.aof()));
        Schema.bring(site.project(), stores.postgres().url(), site.logs());
        String webhookSecret = UUID.randomUUID().toString();
        HttpCaller http = opened.with(new HttpCaller(FakeBridge.WEBHOOKS_AT_ONCE));
        FakeBridge bridge =
                opened.with(FakeBridge.start(new Gowa(new Secret(webhookSecret), Optional.empty()), http, phones));
        return new House(site, opened, bridge, http, stores, webhookSecret);
    }

    public FakeBridge bridge() {
        return bridge;
    }

    /// Where the bridge reaches the gateway.
    public URI gateway() {
        return entrance;
    }

    public Wires wires() {
        return site.wires();
    }

    public RunningStore postgres() {
        return postgres;
    }

    public RunningStore redis() {
        return redis;
    }

    /// Past all proxies. To be closed.
    public UnifiedJedis openRedis(int connections) {
        return RedisConnections.open(
                RedisAddress.parse(redisAddress), connections, new SimpleMeterRegistry().counter("uncounted"));
    }

    /// The first of its kind.
    public ChildProcess process(Program program) {
        return processes(program).getFirst();
    }

    public List<ChildProcess> processes(Program program) {
        return staff.of(program);
    }

    public List<ChildProcess> processes() {
        return staff.all();
    }

    public MetricsPage metrics(ChildProcess process) throws IOException {
        return MetricsPage.read(http, process.address(), apiKey);
    }

    /// To be closed.
    public Connection database() throws SQLException {
        DatabaseAddress address = DatabaseAddress.parse(postgres.url().toString());
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    /// Brings the tables up to what the version that lies there wants.
    public void migrateTo(Path project) throws IOException, InterruptedException {
        Schema.bring(project, postgres.url(), site.logs());
    }

    /// SIGKILL, and a new start when it is gone; ready when this returns.
    public void crash(ChildProcess process) throws IOException, InterruptedException {
        crash(process, () -> {});
    }

    /// The same, but it is away for so long.
    public void crash(ChildProcess process, Duration away) throws IOException, InterruptedException {
        crash(process, () -> Pause.of(away));
    }

    /// The same, and it is away until this is done.
    public void crash(ChildProcess process, Meanwhile meanwhile) throws IOException, InterruptedException {
        process.crash(meanwhile);
        awaitWhole();
    }

    /// SIGTERM, and a new start when it has finished what it held; ready when this returns.
    public void renew(ChildProcess process) throws IOException, InterruptedException {
        process.renew();
        awaitWhole();
    }

    /// The same, and what starts is of the version that lies there.
    public void renewFrom(Path project, ChildProcess process) throws IOException, InterruptedException {
        process.renewFrom(project);
        awaitWhole();
    }

    /// Starts what has ended by itself. None waits for another to be ready: that other one may wait
    /// for it.
    ///
    /// @param meanwhile done while one of its kind is down, and before it starts
    public void revive(Map<Program, Meanwhile> meanwhile) throws IOException, InterruptedException {
        for (Program program : Program.values()) {
            for (ChildProcess process : processes(program)) {
                boolean revived = process.revive(meanwhile.getOrDefault(program, () -> {}));
                revivals.addAndGet(revived ? 1 : 0);
            }
        }
    }

    /// Returns when all processes are at work, whoever starts them.
    ///
    /// @throws IOException when one is not, for 90 s
    public void awaitWhole() throws IOException {
        Optional<Boolean> whole = Poll.until(START, () -> missing().isEmpty() ? Optional.of(true) : Optional.empty());
        if (whole.isEmpty()) {
            throw new IOException("not at work: " + missing());
        }
    }

    private List<ChildProcess> missing() {
        return processes().stream().filter(process -> !process.healthy(http)).toList();
    }

    /// How many processes had ended by themselves and were started again.
    public int revivals() {
        return revivals.get();
    }

    /// SIGKILL, and a new start over the same files and on the same port; ready when this returns.
    public void crashRedis() throws IOException {
        RunningStore old = redis;
        old.killHard();
        redis = opened.with(StorePair.startRedis(site.folder(), old.port(), site.aof()));
    }

    /// The primary of the pair is killed, and the other one takes over; whole again when this returns.
    public void failOverRedis() throws IOException {
        pair.orElseThrow().failOver();
    }

    /// After its end: a new start on the same port, with nothing in it; ready when this returns.
    public void startWipedRedis() throws IOException {
        StorePair.eraseRedis(site.folder());
        redis = opened.with(StorePair.startRedis(site.folder(), redis.port(), site.aof()));
    }

    /// SIGKILL of PostgreSQL, and, when it was away for so long, a new start over the same files and
    /// on the same port; ready when this returns.
    public void crashPostgres(Duration away) throws IOException, InterruptedException {
        RunningStore old = postgres;
        old.killHard();
        Pause.of(away);
        postgres = opened.with(StorePair.startPostgres(site.folder(), old.port()));
    }

    /// Starts the stores again that have ended by themselves.
    public void reviveStores() throws IOException, InterruptedException {
        if (!redis.running()) {
            crashRedis();
        }
        if (!postgres.running()) {
            crashPostgres(Duration.ZERO);
        }
    }
}
