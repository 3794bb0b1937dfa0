package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.process.Pause;
import congressbot.dev.process.Program;
import congressbot.dev.stores.Poll;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/// One fault: people write while it strikes; when all is quiet again, every message is looked for.
final class Trial {
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration BETWEEN_REVIVALS = Duration.ofMillis(100);
    private static final int SHOWN = 5;

    private final Battle battle;
    private final House house;
    private final Phones phones;

    Trial(Battle battle, Phones phones) {
        this.battle = battle;
        this.house = battle.house();
        this.phones = phones;
    }

    /// @param first number of the first person; in one house nobody writes in two trials
    Verdict run(Plan plan, int first) throws IOException, SQLException, InterruptedException {
        phones.clear();
        long began = System.nanoTime();
        Evidence evidence = Evidence.from(battle, phones);
        List<String> problems = new ArrayList<>();
        try (UnifiedJedis redis = house.openRedis(3)) {
            Story.Notes notes = new Story.Notes();
            Watch watch = new Watch(redis);
            Footprint footprint = new Footprint(house, redis);
            Sideline reviver = new Sideline("reviver", () -> revive(new Unmarked(house, notes)));
            Nemesis nemesis = new Nemesis(battle, phones, plan, notes);
            Story story;
            int stuck;
            try (watch;
                    footprint;
                    reviver) {
                try (nemesis) {
                    story = new Writers(house, phones, plan, notes, new Forgetting(redis)).write(first, nemesis::busy);
                }
                stuck = stuck(new ConversationQueue(redis, QueueLimits.defaults()));
            }
            evidence.gather(plan, story, nemesis.strikes(), footprint);
            nemesis.problem().ifPresent(problems::add);
            reviver.problem().ifPresent(problems::add);
            story.problems().stream().limit(SHOWN).forEach(problems::add);
            watch.problem(Duration.ofNanos(System.nanoTime() - began)).ifPresent(problems::add);
            try (Connection database = house.database()) {
                Audit audit = new Audit(database, story, phones.arrived());
                audit.strange().stream().limit(SHOWN).forEach(problems::add);
                return new Verdict(
                        plan,
                        audit.count(),
                        audit.astray(),
                        Allowance.of(plan, story),
                        nemesis.strikes(),
                        stuck,
                        watch.looks(),
                        phones.recoveries(),
                        watch.violations(),
                        evidence.problems(),
                        problems,
                        evidence.lines(),
                        Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    /// Starts again what ends by itself, as the system does on a server.
    private boolean revive(Unmarked unmarked) throws IOException, InterruptedException {
        house.revive(Map.of(Program.GATEWAY, unmarked::count));
        Pause.of(BETWEEN_REVIVALS);
        return true;
    }

    /// What is left to be done when nothing is broken any more and two minutes have gone by in which it got no less.
    private int stuck(ConversationQueue queue) throws IOException {
        int left = unfinished(queue);
        while (left > 0) {
            Optional<Integer> fewer = fewer(left, queue);
            if (fewer.isEmpty()) {
                return left;
            }
            left = fewer.get();
        }
        return 0;
    }

    private Optional<Integer> fewer(int than, ConversationQueue queue) throws IOException {
        return Poll.until(QUIET, () -> {
            int left = unfinished(queue);
            return left < than ? Optional.of(left) : Optional.empty();
        });
    }

    private int unfinished(ConversationQueue queue) throws IOException {
        try (Connection database = house.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox WHERE status = 'pending'")) {
            row.next();
            return row.getInt(1) + Math.toIntExact(queue.waiting());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
