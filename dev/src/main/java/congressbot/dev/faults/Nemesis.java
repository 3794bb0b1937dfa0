package congressbot.dev.faults;

import congressbot.dev.process.Pause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Breaks the house again and again, from its start on, until it has struck as often as planned or is closed.
final class Nemesis implements AutoCloseable {
    private final Plan plan;
    private final Random random;
    private final Striker striker;
    private final AtomicInteger strikes = new AtomicInteger();
    private final Sideline sideline;

    Nemesis(Battle battle, Phones phones, Plan plan, Story.Notes notes) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.striker = new Striker(battle, phones, plan, notes, random);
        this.sideline = new Sideline("nemesis", this::strike);
    }

    /// How often it has struck.
    int strikes() {
        return strikes.get();
    }

    /// Whether it will strike again.
    boolean busy() {
        return sideline.busy();
    }

    /// What could not be made whole again.
    Optional<String> problem() {
        return sideline.problem().map(problem -> problem + ", at strike " + strikes);
    }

    /// Lets the last strike end: what is broken is made whole.
    @Override
    public void close() {
        sideline.close();
    }

    private boolean strike() throws IOException, SQLException, InterruptedException {
        if (strikes.get() == plan.strikes().size()) {
            return false;
        }
        Pause.of(pause());
        striker.strike(plan.strikes().get(strikes.get()));
        strikes.incrementAndGet();
        return true;
    }

    /// Half of the usual pause, to one and a half.
    private Duration pause() {
        return plan.pause().multipliedBy(50 + random.nextInt(100)).dividedBy(100);
    }
}
