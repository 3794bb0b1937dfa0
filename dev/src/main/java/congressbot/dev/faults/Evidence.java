package congressbot.dev.faults;

import congressbot.dev.house.Link;
import congressbot.dev.metrics.Percentiles;
import congressbot.dev.process.ChildProcess;
import congressbot.dev.process.Program;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What shows that a fault did something: where nothing was broken, nothing was tried.
final class Evidence {
    private static final String LOST_CLAIMS = "worker_turns_seconds_count{outcome=\"lost\"}";
    private static final String BUSY = "gateway_webhooks_total{outcome=\"busy\"}";
    private static final String UNCERTAIN = "gateway_webhooks_total{outcome=\"uncertain\"}";
    private static final String LOSSES = "bot_redis_losses_total";

    private static final Map<String, Program> METRICS = Map.of(
            LOST_CLAIMS, Program.WORKER, BUSY, Program.GATEWAY, UNCERTAIN, Program.GATEWAY, LOSSES, Program.BOT_API);

    /// As many messages may wait by default.
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_MIB = 512;

    private final Battle battle;
    private final Phones phones;
    private final int revivals;
    private final long mails;
    private final Map<String, Double> before;
    private final List<String> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Evidence(Battle battle, Phones phones, int revivals, long mails, Map<String, Double> before) {
        this.battle = battle;
        this.phones = phones;
        this.revivals = revivals;
        this.mails = mails;
        this.before = Map.copyOf(before);
    }

    /// Before anything happens.
    static Evidence from(Battle battle, Phones phones) throws IOException, SQLException {
        battle.mail().forget();
        Map<String, Double> before = new HashMap<>();
        for (Map.Entry<String, Program> metric : METRICS.entrySet()) {
            before.put(metric.getKey(), sum(battle, metric.getKey()));
        }
        return new Evidence(
                battle,
                phones,
                battle.house().revivals(),
                number(battle, "SELECT coalesce(max(id), 0) FROM outbox"),
                before);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /// Where it is missing.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// When all is over.
    ///
    /// @param strikes how often the house was broken
    void gather(Plan plan, Story story, int strikes, Footprint footprint) throws IOException, SQLException {
        Fault fault = plan.fault();
        int ended = battle.house().revivals() - revivals;
        if (ended > 0) {
            lines.add("ended by themselves and started again: " + ended);
            wanted(fault.endsProcesses(), "a process ended by itself");
        }
        switch (fault) {
            case WORKER_PAUSED -> {
                double lost = counted(LOST_CLAIMS);
                lines.add("claims that their owner found lost: " + (int) lost);
                wanted(lost > 0, "no paused worker found a claim lost");
            }
            case LINK_BROKEN -> links();
            case MAIL_FAILS -> mails();
            case BURST -> {
                crowded(footprint);
                wanted(plan.messages() <= MOST_WAITING || counted(BUSY) > 0, "nothing was refused");
            }
            case LITTLE_MEMORY -> {
                crowded(footprint);
                wanted(counted(UNCERTAIN) > 0, "Redis refused nothing");
            }
            case GATEWAY_KILLED, HALTED -> lines.add("replies under way when a gateway died: " + story.unmarked());
            case SOAK -> weigh(footprint);
            case REDIS_DISK_FULL -> wanted(counted(UNCERTAIN) > 0, "Redis refused nothing");
            case FLOOD -> flood(story);
            case THRICE -> {
                lines.add("messages that the queue was made to forget: " + story.forgotten());
                wanted(story.forgotten() > 0, "the queue never forgot a message");
            }
            case POISON -> wanted(!story.poisonous().isEmpty(), "nobody wrote anything harmful");
            case REDIS_WIPED, REDIS_WIPED_STRICT -> {
                double losses = counted(LOSSES);
                lines.add(
                        "losses that bot-api noticed: %d; messages without effect at that moment: %d, replies not noted: %d"
                                .formatted((int) losses, story.unprocessed(), story.unnoted()));
                wanted(losses >= strikes, "nobody noticed that Redis was wiped");
            }
            case NOTHING,
                    WORKER_KILLED,
                    BOT_API_KILLED,
                    BOT_API_AWAY,
                    POSTGRES_AWAY,
                    REDIS_KILLED,
                    REDIS_KILLED_UNSYNCED,
                    FAILED_OVER,
                    FAILED_OVER_COPIED,
                    POSTGRES_KILLED,
                    POSTGRES_DISK_FULL,
                    NEIGHBOUR_HANGS,
                    UPGRADED,
                    RENEWED,
                    MIXED -> {} // what was struck was struck
        }
    }

    private void wanted(boolean there, String otherwise) {
        if (!there) {
            problems.add(otherwise);
        }
    }

    private void crowded(Footprint footprint) throws IOException {
        lines.add("webhooks told to come back: busy %.0f, refused by Redis %.0f"
                .formatted(counted(BUSY), counted(UNCERTAIN)));
        weigh(footprint);
    }

    private void weigh(Footprint footprint) {
        lines.addAll(footprint.lines());
        wanted(footprint.largestMib() <= MOST_MIB, "a process took more than " + MOST_MIB + " MiB");
    }

    private void links() {
        List<String> broken = new ArrayList<>();
        for (Link link : Link.values()) {
            broken.add(link.text() + " " + battle.house().wires().broken(link));
        }
        lines.add("connections broken: " + String.join(", ", broken));
    }

    private void mails() throws SQLException {
        String mine = " FROM outbox WHERE kind = 'mail' AND id > " + mails;
        long sent = number(battle, "SELECT count(*)" + mine + " AND status = 'sent'");
        long refused = number(battle, "SELECT count(*)" + mine + " AND status = 'refused'");
        long all = number(battle, "SELECT count(*)" + mine);
        List<String> taken = battle.mail().taken();
        int different = new HashSet<>(taken).size();
        lines.add("mails %d, sent %d, refused for good %d, taken by the server %d, of them again under the same id %d"
                .formatted(all, sent, refused, taken.size(), taken.size() - different));
        wanted(sent + refused == all, "mails were neither sent nor refused: " + (all - sent - refused));
        // One that was taken silently may be refused when it comes again.
        wanted(
                sent <= different && different <= sent + refused,
                "mails sent %d, refused %d, taken %d".formatted(sent, refused, different));
    }

    private void flood(Story story) {
        for (String phone : story.flooding()) {
            lines.add("replies to the one who floods: " + phones.arrivedAt(phone));
        }
        if (!phones.calm().isEmpty() && !phones.troubled().isEmpty()) {
            Duration before = Percentiles.of(phones.calm()).p99();
            Duration after = Percentiles.of(phones.troubled()).p99();
            lines.add(String.format(
                    Locale.ROOT,
                    "the others were answered within (p99) %d ms before, %d ms in the flood",
                    before.toMillis(),
                    after.toMillis()));
        }
    }

    /// Since the start of the trial, where no process was started anew.
    private double counted(String metric) throws IOException {
        return Math.max(0, sum(battle, metric) - before.getOrDefault(metric, 0.0));
    }

    private static double sum(Battle battle, String metric) throws IOException {
        double sum = 0;
        for (ChildProcess process : battle.house().processes(Objects.requireNonNull(METRICS.get(metric)))) {
            sum += battle.house().metrics(process).valueOrZero(metric);
        }
        return sum;
    }

    private static long number(Battle battle, String query) throws SQLException {
        try (Connection database = battle.house().database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
