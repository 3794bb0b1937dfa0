package congressbot.dev.faults;

import java.time.Duration;

/// How a fault is tried.
///
/// @param strikes at least; 0 when nothing strikes and people alone do the harm
/// @param cycle from one strike to the next, about
/// @param endsProcesses whether processes end by themselves, and are started again
record Conduct(Scene scene, Manner manner, int strikes, Duration cycle, boolean endsProcesses) {
    private static final Duration CYCLE = Duration.ofSeconds(4);
    private static final int STRIKES = 3;

    static Conduct usual() {
        return new Conduct(Scene.USUAL, Manner.USUAL, STRIKES, CYCLE, false);
    }

    Conduct in(Scene other) {
        return new Conduct(other, manner, strikes, cycle, endsProcesses);
    }

    Conduct with(Manner other) {
        return new Conduct(scene, other, strikes, cycle, endsProcesses);
    }

    /// Fewer would leave something untried.
    Conduct striking(int atLeast) {
        return new Conduct(scene, manner, atLeast, cycle, endsProcesses);
    }

    Conduct every(Duration other) {
        return new Conduct(scene, manner, strikes, other, endsProcesses);
    }

    Conduct endingProcesses() {
        return new Conduct(scene, manner, strikes, cycle, true);
    }
}
