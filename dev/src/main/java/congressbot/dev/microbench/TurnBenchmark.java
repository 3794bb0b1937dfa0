package congressbot.dev.microbench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The thinking of one turn: language, hearing, deciding, wording.
@State(Scope.Thread)
public class TurnBenchmark {
    /// A turn of `turns.txt`.
    @Param({
        "wish",
        "name",
        "email",
        "cpf",
        "phone",
        "shared-city",
        "state",
        "profile",
        "yes",
        "greeting",
        "question",
        "everything",
        "sentence",
        "correction",
        "slip",
        "wrong",
        "misspelt-city",
        "misspelt-profile",
        "correction-at-the-summary",
        "noise",
        "long"
    })
    public String turn = "";

    private final Mind mind = new Mind();
    private final Turns turns = new Turns(mind);

    @Benchmark
    public Object think() {
        Turns.Turn asked = turns.named(turn);
        return mind.think(asked.before(), asked.text());
    }
}
