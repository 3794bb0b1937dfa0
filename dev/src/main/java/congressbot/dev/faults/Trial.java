package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.process.Pause;
import congressbot.dev.stores.Poll;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/// One fault: people write while it strikes; when all is quiet again, every message is looked for.
final class Trial {
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration BETWEEN_REVIVALS = Duration.ofMillis(100);
    private static final int SHOWN = 5;
    private static final String USUAL_MEMORY = "256mb";
    private static final String WAITING = "conv:waiting";

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
            Sideline reviver = new Sideline("reviver", this::revive);
            Nemesis nemesis = new Nemesis(battle, phones, plan, notes);
            Story story;
            int stuck;
            try (watch;
                    footprint;
                    reviver) {
                try (nemesis) {
                    story = new Writers(house, phones, plan, notes, new Forgetting(redis)).write(first, nemesis::busy);
                }
                redis.configSet("maxmemory", USUAL_MEMORY);
                stuck = stuck(redis);
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
    private boolean revive() throws IOException, InterruptedException {
        house.revive();
        Pause.of(BETWEEN_REVIVALS);
        return true;
    }

    /// What is left to be done when nothing is broken any more and two minutes have gone by in which it got no less.
    private int stuck(UnifiedJedis redis) throws IOException {
        int left = unfinished(redis);
        while (left > 0) {
            Optional<Integer> fewer = fewer(left, redis);
            if (fewer.isEmpty()) {
                return left;
            }
            left = fewer.get();
        }
        return 0;
    }

    private Optional<Integer> fewer(int than, UnifiedJedis redis) throws IOException {
        return Poll.until(QUIET, () -> {
            int left = unfinished(redis);
            return left < than ? Optional.of(left) : Optional.empty();
        });
    }

    private int unfinished(UnifiedJedis redis) throws IOException {
        try (Connection database = house.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox WHERE status = 'pending'")) {
            row.next();
            return row.getInt(1) + waiting(redis);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// As the queue counts it itself: that it counts right is the watch's to see.
    private static int waiting(UnifiedJedis redis) {
        return Optional.ofNullable(redis.get(WAITING)).map(Integer::parseInt).orElse(0);
    }
}
