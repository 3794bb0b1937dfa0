package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.house.Link;
import congressbot.dev.mail.MailMood;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Program;
import congressbot.dev.process.Signal;
import congressbot.dev.proxy.Condition;
import congressbot.dev.sabotage.Failpoint;
import congressbot.dev.stores.Poll;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/// Breaks the house, once with each strike. What is broken is whole again when a strike is over.
final class Striker {
    /// Each connection cut before the reply, and each other condition of some connection.
    static final int LINKS = Link.values().length + Condition.values().length - 2;

    static final int UPGRADE = 7;
    static final int HANGING = 4;
    private static final List<MailMood> BAD_MOODS =
            List.of(MailMood.REFUSING, MailMood.DOWN, MailMood.LATER, MailMood.SILENT);

    static final int MAIL = BAD_MOODS.size();

    private static final Duration SHORT_PAUSE = Duration.ofSeconds(6);

    /// Longer than any lock lives.
    private static final Duration LONG_PAUSE = Duration.ofSeconds(70);

    /// Of so many pauses in turn, this one is long.
    private static final int PAUSES = 10;

    private static final int LONG = 2;
    private static final Duration BROKEN = Duration.ofSeconds(2);
    private static final Duration HANGS = Duration.ofSeconds(5);
    private static final Duration PASSING = Duration.ofSeconds(60);

    /// In bytes above what Redis has in use, so that it is full after some hundred messages.
    private static final long LITTLE_MEMORY = 400_000;

    private static final String USUAL_MEMORY = "256mb";

    private final Battle battle;
    private final House house;
    private final Phones phones;
    private final Random random;
    private final Plan plan;
    private final Story.Notes notes;
    private final Unmarked unmarked;

    Striker(Battle battle, Phones phones, Plan plan, Story.Notes notes, Random random) {
        this.battle = battle;
        this.house = battle.house();
        this.phones = phones;
        this.random = random;
        this.plan = plan;
        this.notes = notes;
        this.unmarked = new Unmarked(house, notes);
    }

    /// Returns when the house is whole again.
    void strike(Strike strike) throws IOException, InterruptedException, SQLException {
        if (strike.fault() != Fault.WORKER_PAUSED) { // it has to be found with something in hand first
            phones.struck();
        }
        switch (strike.fault()) {
            case NOTHING, BURST, THRICE, FLOOD, POISON, SOAK, MIXED -> {} // this one does not strike itself
            case WORKER_KILLED -> house.crash(any(Program.WORKER));
            case BOT_API_KILLED -> house.crash(any(Program.BOT_API));
            case GATEWAY_KILLED -> house.crash(any(Program.GATEWAY), unmarked::count);
            case HALTED -> halt(strike.point());
            case WORKER_PAUSED -> new Standstill(house, phones).of(any(Program.WORKER), pause(strike.way()));
            case REDIS_KILLED, REDIS_KILLED_UNSYNCED -> house.crashRedis();
            case REDIS_WIPED, REDIS_WIPED_STRICT -> wipeRedis();
            case FAILED_OVER, FAILED_OVER_COPIED -> house.failOverRedis();
            case BOT_API_AWAY -> house.crash(house.process(Program.BOT_API), plan.outage());
            case POSTGRES_AWAY -> house.crashPostgres(plan.outage());
            case POSTGRES_KILLED -> breakPostgres(strike.way());
            case LINK_BROKEN -> breakLink(strike.way());
            case NEIGHBOUR_HANGS -> hang(strike.way());
            case MAIL_FAILS -> failMail(strike.way());
            case REDIS_DISK_FULL -> fill(disks().redis());
            case POSTGRES_DISK_FULL -> fill(disks().postgres());
            case LITTLE_MEMORY -> takeMemory();
            case RENEWED -> renewAll();
            case UPGRADED -> upgrade(strike.way());
        }
    }

    private static Duration pause(int way) {
        return way % PAUSES == LONG ? LONG_PAUSE : SHORT_PAUSE;
    }

    private ChildProcess any(Program program) {
        List<ChildProcess> processes = house.processes(program);
        return processes.get(random.nextInt(processes.size()));
    }

    /// Somebody else starts it again.
    private void halt(Failpoint point) throws IOException {
        int before = house.revivals();
        battle.sabotage().arm(point);
        Optional<Boolean> revived =
                Poll.until(PASSING, () -> house.revivals() > before ? Optional.of(true) : Optional.empty());
        if (revived.isEmpty()) {
            throw new IOException(
                    battle.sabotage().disarm() ? "nobody passes " + point : "halted for ever at " + point);
        }
        house.awaitWhole();
    }

    /// Nothing more is accepted from its end on, and nothing more is sent: what has no effect by then stands
    /// nowhere else, nor does what became of a reply that PostgreSQL does not know as sent.
    private void wipeRedis() throws IOException, SQLException {
        house.redis().killHard();
        try (Connection database = house.database()) {
            notes.wipe(unprocessed(database), unnoted(database));
        }
        house.startWipedRedis();
    }

    private Set<String> unprocessed(Connection database) throws SQLException {
        Set<String> waiting = new HashSet<>(notes.acceptedIds());
        try (PreparedStatement known =
                database.prepareStatement("SELECT message_id FROM inbox WHERE message_id = ANY (?)")) {
            known.setArray(1, database.createArrayOf("text", waiting.toArray(String[]::new)));
            try (ResultSet row = known.executeQuery()) {
                while (row.next()) {
                    waiting.remove(row.getString(1));
                }
            }
        }
        return waiting;
    }

    private static int unnoted(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM outbox WHERE kind = 'reply' AND status = 'pending'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void breakPostgres(int way) throws IOException, InterruptedException, SQLException {
        if (way % 2 == 0) {
            house.crashPostgres(Duration.ZERO);
            return;
        }
        try (Connection connection = house.database();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
        }
    }

    /// Until something has met it.
    private void breakLink(int way) throws IOException, InterruptedException {
        List<Link> all = List.of(Link.values());
        int links = all.size();
        Link link = all.get(way < links ? way : random.nextInt(links));
        int broken = house.wires().broken(link);
        long taken = house.bridge().taken();
        if (link == Link.BOT_TO_GATEWAY) {
            house.wires().become(Link.WORKER_TO_GATEWAY, Condition.CUT); // only what a worker cannot send goes this way
        }
        house.wires().become(link, condition(way - links));
        Pause.of(BROKEN);
        Optional<Boolean> met =
                Poll.until(PASSING, () -> house.wires().broken(link) > broken ? Optional.of(true) : Optional.empty());
        house.wires().become(link, Condition.OPEN);
        house.wires().become(Link.WORKER_TO_GATEWAY, Condition.OPEN);
        if (link == Link.GATEWAY_TO_BRIDGE) {
            notes.withhold(house.bridge().taken() - taken);
        }
        if (met.isEmpty()) {
            throw new IOException("nothing went from " + link.text());
        }
    }

    /// Below 0 the one that matters most.
    private Condition condition(int way) {
        List<Condition> others = List.of(Condition.CUT, Condition.HALF_OPEN, Condition.SLOW, Condition.DRIPPING);
        return way < 0 ? Condition.CUT_BEFORE_REPLY : others.get(way % others.size());
    }

    private void hang(int way) throws IOException, InterruptedException {
        switch (way % HANGING) {
            case 0 -> any(Program.BOT_API).pause(HANGS);
            case 1 -> any(Program.GATEWAY).pause(HANGS);
            case 2 -> house.bridge().hang(HANGS);
            default -> Signal.pause(house.redis().pid(), HANGS);
        }
    }

    private void failMail(int way) throws InterruptedException {
        battle.mail().become(BAD_MOODS.get(way % BAD_MOODS.size()));
        Pause.of(HANGS);
        battle.mail().become(MailMood.TAKING);
    }

    private Battle.Disks disks() {
        return battle.disks().orElseThrow();
    }

    /// A store that cannot write may end; somebody starts it again when there is room.
    private void fill(Disk disk) throws IOException, InterruptedException {
        disk.fill();
        Pause.of(HANGS);
        disk.free();
        house.reviveStores();
    }

    /// Until something was refused, and then until what waits has gone out; a minute each at most.
    private void takeMemory() throws IOException {
        try (UnifiedJedis redis = house.openRedis(1)) {
            long refused = told(redis, "errorstats", "errorstat_OOM:count=").orElse(0);
            long used = told(redis, "memory", "used_memory:").orElseThrow();
            ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
            redis.configSet("maxmemory", String.valueOf(used + LITTLE_MEMORY));
            try {
                Poll.until(
                        PASSING,
                        () -> isTrue(told(redis, "errorstats", "errorstat_OOM:count=")
                                        .orElse(0)
                                > refused));
                Poll.until(PASSING, () -> isTrue(queue.waiting() == 0));
            } finally {
                redis.configSet("maxmemory", USUAL_MEMORY);
            }
        }
    }

    private static Optional<Boolean> isTrue(boolean condition) {
        return condition ? Optional.of(true) : Optional.empty();
    }

    /// A number that Redis tells of itself.
    private static OptionalLong told(UnifiedJedis redis, String section, String name) {
        return redis.info(section)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
                .findFirst();
    }

    private void renewAll() throws IOException, InterruptedException {
        for (ChildProcess process : house.processes()) {
            house.renew(process);
        }
    }

    /// The tables first, then one process after the other; bot-api goes back once, and then on again.
    private void upgrade(int way) throws IOException, InterruptedException {
        Path now = battle.project();
        switch (way) {
            case 0 -> house.migrateTo(now);
            case 1 -> house.renewFrom(now, house.process(Program.BOT_API));
            case 2 -> house.renewFrom(now, house.process(Program.WORKER));
            case 3 -> house.renewFrom(now, house.process(Program.GATEWAY));
            case 4 -> house.renewFrom(battle.older(), house.process(Program.BOT_API));
            case 5 -> house.renewFrom(now, house.process(Program.BOT_API));
            default -> house.renewFrom(now, any(Program.WORKER));
        }
    }
}
