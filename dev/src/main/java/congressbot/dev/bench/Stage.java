package congressbot.dev.bench;

import congressbot.dev.bench.Crowd.Guest;
import congressbot.dev.bench.Crowd.Visit;
import congressbot.dev.bench.wire.SendTap;
import congressbot.dev.house.Crew;
import congressbot.dev.house.House;
import congressbot.dev.house.Link;
import congressbot.dev.house.Site;
import congressbot.dev.house.Wires;
import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A house in which people register, one crowd after the other, and what that costs is measured.
final class Stage implements AutoCloseable {
    private static final int BRIDGE_CONNECTIONS = 4;

    private final House house;
    private final SendTap tap;
    private final Chats chats;
    private final Connection database;
    private final Crowd crowd;
    private final Opened opened;
    private Census census;
    private int came;
    private int uncounted;

    private Stage(House house, SendTap tap, Chats chats, Opened opened) throws SQLException {
        this.house = house;
        this.tap = tap;
        this.chats = chats;
        this.opened = opened;
        this.database = opened.with(house.database());
        this.crowd = new Crowd(house.bridge(), house.gateway(), chats);
        this.census = Census.from(database);
    }

    /// Builds the house; empty, and ready when this returns.
    ///
    /// @param outer closes it when nobody else does
    static Stage open(Ground ground, Crew crew, AppendSync aof, Opened outer)
            throws IOException, SQLException, InterruptedException {
        Chats chats = new Chats();
        Opened opened = outer.with(new Opened());
        SendTap tap = opened.with(SendTap.open(opened.with(new HttpCaller(BRIDGE_CONNECTIONS)), chats::arrived));
        Wires wires = Wires.straightBut(Link.GATEWAY_TO_BRIDGE, tap::before);
        return open(ground, crew, aof, wires, tap, chats, opened);
    }

    /// The same, but all connections lead through proxies that count: too slow to measure anything else.
    static Stage counting(Ground ground, Crew crew, Opened outer)
            throws IOException, SQLException, InterruptedException {
        Chats chats = new Chats();
        Opened opened = outer.with(new Opened());
        SendTap tap = opened.with(SendTap.open(opened.with(new HttpCaller(BRIDGE_CONNECTIONS)), chats::arrived));
        return open(ground, crew, AppendSync.EVERYSEC, Wires.proxied(opened), tap, chats, opened);
    }

    private static Stage open(
            Ground ground, Crew crew, AppendSync aof, Wires wires, SendTap tap, Chats chats, Opened opened)
            throws IOException, SQLException, InterruptedException {
        Site site = new Site(ground.project(), ground.folder(), crew, Site.Redis.alone(aof), wires);
        return new Stage(House.open(site, opened, chats::arrived), tap, chats, opened);
    }

    House house() {
        return house;
    }

    Connection database() {
        return database;
    }

    /// What stands there now does not count.
    void beginHere() throws SQLException {
        census = Census.from(database);
        uncounted = came;
    }

    /// People register, and nobody measures.
    void warmUp(int registrations, int people) throws IOException, BrokenRun {
        visit(crowd.invite(came, registrations), people);
    }

    Measurement measure(int registrations, int people) throws IOException, SQLException, BrokenRun {
        List<Guest> guests = crowd.invite(came, registrations);
        settle();
        Reading before = Reading.of(house, database);
        Visit visit = visit(guests, people);
        settle();
        Reading spent = Reading.of(house, database).since(before);
        return new Measurement(visit.timings(), visit.took(), spent, memory());
    }

    /// People write their first message at a fixed pace, whether or not the others were answered.
    Drip.Pour pour(int people, int perSecond) throws IOException, SQLException, BrokenRun, InterruptedException {
        check();
        List<Guest> guests = crowd.invite(came, people);
        came += people;
        Drip.Pour pour = new Drip(house.gateway(), chats).pour(guests, perSecond);
        BrokenRun.unlessNone(pour.problems());
        settle();
        beginHere();
        return pour;
    }

    /// All processes end in good order and start again, so that their compilers have seen nothing.
    void renew() throws IOException, InterruptedException, BrokenRun {
        settle();
        for (ChildProcess process : house.processes()) {
            house.renew(process);
        }
    }

    /// Whether everybody who came stands there, once, and got each reply, once.
    void check() throws SQLException, BrokenRun {
        List<String> problems = new ArrayList<>(census.problems(came - uncounted));
        problems.addAll(tap.problems());
        chats.withMoreThanExpected().forEach(_ -> problems.add("more than one reply to a message"));
        BrokenRun.unlessNone(problems);
    }

    /// Waits until nothing is left to be sent or noted.
    void settle() throws IOException, BrokenRun {
        if (!census.settled()) {
            throw new BrokenRun(List.of("a minute later there are still replies or mails to be sent"));
        }
    }

    Map<Part, Long> memory() throws IOException {
        Map<Part, Long> kib = new EnumMap<>(Part.class);
        for (ChildProcess process : house.processes()) {
            kib.merge(Part.of(process.program()), ProcessStat.residentKib(process.pid()), Long::sum);
        }
        kib.put(Part.POSTGRESQL, ProcessStat.residentKibOfAll(house.postgres().pid()));
        kib.put(Part.REDIS, ProcessStat.residentKibOfAll(house.redis().pid()));
        kib.put(Part.BENCH, ProcessStat.residentKib(ProcessHandle.current().pid()));
        return kib;
    }

    @Override
    public void close() {
        opened.close();
    }

    private Visit visit(List<Guest> guests, int people) throws BrokenRun {
        came += guests.size();
        Visit visit = crowd.visit(guests, people);
        BrokenRun.unlessNone(visit.problems());
        return visit;
    }
}
