package congressbot.wire.doctor;

import congressbot.wire.resource.ResourceFile;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/// What one process found, told line by line as it is found.
public final class Report {
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);
    private final PrintStream out;
    private final Words words;

    private Report(PrintStream out, Words words) {
        this.out = out;
        this.words = words;
    }

    /// A report of a process.
    ///
    /// @param own sentences of this process
    public static Report begin(PrintStream out, String process, ResourceFile... own) {
        Words words = Words.common();
        for (ResourceFile more : own) {
            words = words.with(more);
        }
        out.println(words.said("heading", process));
        return new Report(out, words);
    }

    public void ok(String key, String... details) {
        say(Level.OK, key, details);
    }

    public void off(String key, String... details) {
        say(Level.OFF, key, details);
    }

    public void warning(String key, String... details) {
        say(Level.WARNING, key, details);
    }

    public void problem(String key, String... details) {
        say(Level.PROBLEM, key, details);
    }

    public void say(Level level, String key, String... details) {
        sayOf("", level, key, details);
    }

    /// The same about one of several.
    ///
    /// @param about stands in front; empty where there is only one
    public void sayOf(String about, Level level, String key, String... details) {
        counts.merge(level, 1, Integer::sum);
        String before = about.isEmpty() ? "" : words.said("about", about) + " ";
        out.println(words.said("line", words.said("level." + level), before + words.said(key, details)));
        words.advice(key, details).ifPresent(advice -> out.println(words.said("advice", advice)));
    }

    /// A sentence of its own words, to stand in others.
    public String said(String key) {
        return words.said(key);
    }

    int count(Level level) {
        return counts.getOrDefault(level, 0);
    }

    boolean isGood() {
        return count(Level.PROBLEM) == 0;
    }
}
