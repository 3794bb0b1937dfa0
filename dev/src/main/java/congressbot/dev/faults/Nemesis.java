package congressbot.dev.faults;

import congressbot.dev.process.Pause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Breaks the house again and again, from its start on, until it has struck as often as planned or is closed.
final class Nemesis implements AutoCloseable {
    private final Battle battle;
    private final Phones phones;
    private final Plan plan;
    private final Story.Notes notes;
    private final AtomicInteger strikes = new AtomicInteger();
    private final AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private volatile boolean closed;

    Nemesis(Battle battle, Phones phones, Plan plan, Story.Notes notes) {
        this.battle = battle;
        this.phones = phones;
        this.plan = plan;
        this.notes = notes;
        this.thread = Thread.ofPlatform().name("nemesis").start(this::run);
    }

    /// How often it has struck.
    int strikes() {
        return strikes.get();
    }

    /// Whether it will strike again.
    boolean busy() {
        return thread.isAlive();
    }

    /// What could not be made whole again.
    Optional<String> problem() {
        return problem.get();
    }

    /// Lets the last strike end: what is broken is made whole.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Random random = new Random(plan.seed());
        Strikes how = new Strikes(battle, plan, notes, random);
        try {
            while (strikes.get() < plan.strikes() && !closed) {
                Pause.of(pause(random));
                phones.struck();
                how.strike(plan.fault(), strikes.get());
                strikes.incrementAndGet();
            }
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            problem.set(Optional.of("strike " + strikes.get() + ": " + e));
        }
    }

    /// Half of the usual pause, to one and a half.
    private Duration pause(Random random) {
        return plan.pause().multipliedBy(50 + random.nextInt(100)).dividedBy(100);
    }
}
