package congressbot.dev.sabotage;

import congressbot.dev.process.Pause;
import congressbot.wire.queue.Claim;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A word that makes a message harmful.
public enum Poison {
    /// The worker fails at it.
    THROWS("poison-throws"),
    /// The worker dies of it.
    HALTS("poison-halts"),
    /// bot-api never answers it.
    HANGS("poison-hangs");

    private static final int HALTED = 88;
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final String word;

    Poison(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// In the worker: wherever it stands among what is taken together.
    static void taken(Claim claim) {
        claim.envelopes().stream()
                .flatMap(envelope -> in(envelope).stream())
                .findFirst()
                .ifPresent(Poison::harmTheWorker);
    }

    /// In bot-api.
    static void heard(String message) throws InterruptedException {
        if (in(message).filter(HANGS::equals).isPresent()) {
            Pause.of(FOR_EVER);
        }
    }

    private void harmTheWorker() {
        switch (this) {
            case THROWS -> throw new IllegalStateException("poison");
            case HALTS -> Runtime.getRuntime().halt(HALTED);
            case HANGS -> {} // in bot-api, when it comes there
        }
    }

    private static Optional<Poison> in(String text) {
        return Arrays.stream(values())
                .filter(poison -> text.contains(poison.word))
                .findFirst();
    }
}
