package congressbot.dev.microbench;

import congressbot.bot.text.Language;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Tongues;
import congressbot.bot.text.Words;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What every message goes through several times: the mean over the texts of `turns.txt`, as they
/// were typed.
@State(Scope.Thread)
public class WordsBenchmark {
    private final Tongues tongues;
    private final Words words;
    private final List<String> texts;
    private int next;

    public WordsBenchmark() {
        Mind mind = new Mind();
        tongues = mind.tongues();
        words = tongues.of(Language.PORTUGUESE).words();
        texts = new Turns(mind).texts();
    }

    private String text() {
        return texts.get(next++ % texts.size());
    }

    @Benchmark
    public Object clean() {
        return Spelling.cleaned(text());
    }

    @Benchmark
    public Object fold() {
        return Spelling.folded(text());
    }

    @Benchmark
    public boolean is() {
        return words.is(Meaning.YES, text());
    }

    @Benchmark
    public boolean contains() {
        return words.contains(Meaning.CORRECT, text());
    }

    @Benchmark
    public boolean nearlyContains() {
        return words.nearlyContains(Meaning.WISH_WORDS, text());
    }

    @Benchmark
    public Object languageAskedFor() {
        return tongues.asked(text());
    }

    @Benchmark
    public Object languageOfTheFirstWords() {
        return tongues.first(text());
    }

    @Benchmark
    public Object languageChanged() {
        return tongues.changed(text(), Language.PORTUGUESE);
    }
}
