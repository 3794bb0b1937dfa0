package congressbot.dev.microbench;

import congressbot.bot.registration.Field;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Places;
import congressbot.bot.text.Language;
import congressbot.wire.resource.ResourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Each recogniser on what people type where its field is asked for: the mean over the lines of
/// `values.txt`.
@State(Scope.Thread)
public class RecogniserBenchmark {
    /// A field, perhaps with a kind of writing behind it.
    @Param({"NAME", "EMAIL", "CPF", "PHONE", "CITY", "CITY-misspelt", "PROFILE", "BADGE"})
    public String field = "";

    private final FieldReader reader;
    private final Map<String, List<String>> typed;
    private int next;

    public RecogniserBenchmark() {
        Mind mind = new Mind();
        reader = new FieldReader(
                mind.about().profiles(),
                Places.of(Municipalities.load()),
                mind.tongues().of(Language.PORTUGUESE).words());
        typed = ResourceFile.beside(RecogniserBenchmark.class, "values.txt").lines().stream()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.groupingBy(
                        side -> side[0], Collectors.mapping(side -> side[1], Collectors.toUnmodifiableList())));
    }

    @Benchmark
    public Object read() {
        List<String> texts = Objects.requireNonNull(typed.get(field), field);
        return reader.read(Field.valueOf(field.split("-", 2)[0]), texts.get(next++ % texts.size()));
    }
}
