package congressbot.dev.faults;

import static congressbot.dev.faults.Conduct.usual;

import congressbot.dev.sabotage.Failpoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A way in which the house breaks.
enum Fault {
    NOTHING("F0", "nothing breaks", usual().striking(0)),
    WORKER_KILLED("F1", "a worker is killed", usual()),
    BOT_API_KILLED("F2", "bot-api is killed", usual()),
    BOT_API_AWAY(
            "F2b", "bot-api is away for long", usual().with(Manner.RESIGNED).striking(1)),
    GATEWAY_KILLED("F3", "the gateway is killed", usual()),
    HALTED(
            "F4",
            "a process halts at a named step",
            usual().striking(Failpoint.values().length)
                    .every(Duration.ofSeconds(6))
                    .endingProcesses()),
    WORKER_PAUSED("F5", "a worker stands still, 6 s and 70 s", usual().every(Duration.ofSeconds(8))),
    REDIS_KILLED("F6", "Redis is killed, synced on every write", usual()),
    REDIS_KILLED_UNSYNCED("F7a", "Redis is killed, synced once a second", usual().in(Scene.EVERY_SECOND)),
    REDIS_WIPED(
            "F7b", "Redis is killed and wiped", usual().in(Scene.EVERY_SECOND).with(Manner.RESIGNED)),
    REDIS_WIPED_STRICT("F7c", "Redis is killed and wiped, strict mode", usual().in(Scene.STRICT)),
    FAILED_OVER(
            "F8a",
            "Redis fails over to its replica",
            usual().in(Scene.PAIRED).with(Manner.RESIGNED).every(Duration.ofSeconds(20))),
    FAILED_OVER_COPIED(
            "F8b", "the same, with WAIT", usual().in(Scene.PAIRED_COPIED).every(Duration.ofSeconds(20))),
    POSTGRES_KILLED("F9", "PostgreSQL or its connections are killed", usual()),
    POSTGRES_AWAY(
            "F9b", "PostgreSQL is away for long", usual().with(Manner.RESIGNED).striking(1)),
    LINK_BROKEN("F10", "a connection is cut, half-open or slow", usual().striking(Striker.LINKS)),
    NEIGHBOUR_HANGS(
            "F11", "a neighbour hangs", usual().striking(Striker.HANGING).every(Duration.ofSeconds(8))),
    MAIL_FAILS("F12", "the mail server fails", usual().striking(Striker.MAIL)),
    REDIS_DISK_FULL("F13a", "the disk of Redis is full", usual().in(Scene.LITTLE_DISKS)),
    POSTGRES_DISK_FULL("F13b", "the disk of PostgreSQL is full", usual().in(Scene.LITTLE_DISKS)),
    BURST("F14a", "all write at once", usual().with(Manner.ALL_AT_ONCE).striking(0)),
    LITTLE_MEMORY(
            "F14b",
            "the same, and Redis has little memory",
            usual().with(Manner.ALL_AT_ONCE).striking(1)),
    POISON(
            "F16",
            "messages that harm a process",
            usual().in(Scene.IMPATIENT).with(Manner.POISONOUS).striking(0).endingProcesses()),
    THRICE("F17", "every message comes three times", usual().with(Manner.THRICE).striking(0)),
    FLOOD(
            "F18",
            "one person writes hundreds of messages",
            usual().with(Manner.WITH_A_FLOOD).striking(0)),
    RENEWED("F19", "every process is stopped and started", usual().every(Duration.ofSeconds(20))),
    UPGRADED(
            "F20",
            "old and new versions together",
            usual().in(Scene.OLDER).striking(Striker.UPGRADE).every(Duration.ofSeconds(8))),
    SOAK("F22", "fifty messages a second, nothing breaks", usual().striking(0)),
    MIXED("F21", "anything of F1 to F6 and F9 to F11", usual().endingProcesses());

    private final String number;
    private final String text;
    private final Scene scene;
    private final Manner manner;
    private final int strikes;
    private final Duration cycle;
    private final boolean endsProcesses;

    Fault(String number, String text, Conduct conduct) {
        this.number = number;
        this.text = text;
        this.scene = conduct.scene();
        this.manner = conduct.manner();
        this.strikes = conduct.strikes();
        this.cycle = conduct.cycle();
        this.endsProcesses = conduct.endsProcesses();
    }

    /// By its number, `F1`; `F7` means all parts of it. None when there is no such number.
    static List<Fault> of(String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(fault -> fault.number.equalsIgnoreCase(number)
                        || fault.number.toUpperCase(Locale.ROOT).matches(upper + "[A-C]"))
                .toList();
    }

    String number() {
        return number;
    }

    String text() {
        return text;
    }

    Scene scene() {
        return scene;
    }

    Manner manner() {
        return manner;
    }

    /// At least; 0 when nothing strikes and people alone do the harm.
    int strikes() {
        return strikes;
    }

    /// From one strike to the next, about.
    Duration cycle() {
        return cycle;
    }

    /// Whether processes end by themselves, and are started again.
    boolean endsProcesses() {
        return endsProcesses;
    }
}
