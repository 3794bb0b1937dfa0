package congressbot.dev;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotSettings;
import congressbot.dev.compose.ComposeFile;
import congressbot.gateway.GatewaySettings;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import congressbot.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the compiler cannot hold about the sources.
class SourceTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE_LINE = Pattern.compile("(?m)^([A-Z][A-Z0-9_]+)=");

    /// A letter with an accent inside quotes: a sentence, or a word list.
    private static final Pattern ACCENT_IN_A_LITERAL = Pattern.compile("\"[^\"\n]*[à-öø-ÿÀ-ÖØ-Þ][^\"\n]*\"");

    @TempDir
    Path folder;

    @Test
    void the_example_environment_lists_exactly_what_our_processes_and_compose_read() throws IOException {
        Set<String> written = new TreeSet<>();
        Matcher line = VARIABLE_LINE.matcher(Files.readString(ROOT.resolve(".env.example")));
        while (line.find()) {
            written.add(line.group(1));
        }

        Set<String> readable = new TreeSet<>(ComposeFile.variables());
        Stream.of(Variable.values()).map(Variable::name).forEach(readable::add);
        assertThat(written).isEqualTo(readable);
    }

    @Test
    void every_variable_is_read_by_some_process() {
        Env env = new Env(Map.of("DATA_DIR", folder.toString(), "CHANNELS", "gowa,wuzapi"));
        env.path(Variable.LOG_DIR, "logs"); // read by Launch, for every process

        BotSettings.from(env);
        GatewaySettings.from(env);
        WorkerSettings.from(env);
        DatabaseAddress.from(env);

        assertThat(env.read()).isEqualTo(EnumSet.allOf(Variable.class));
    }

    @Test
    void no_portuguese_stands_in_java() {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            Matcher literal = ACCENT_IN_A_LITERAL.matcher(text(source));
            while (literal.find()) {
                found.add(source + ": " + literal.group());
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void the_conversation_in_the_readme_is_one_of_the_played_ones() {
        String played = text(Path.of("dialogues/several-at-once/in-the-readme.txt"));
        String conversation = played.substring(played.indexOf("\n>") + 1, played.indexOf("\n="))
                .strip();

        assertThat(text(ROOT.resolve("README.md"))).contains("```text\n" + conversation + "\n```");
    }

    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().contains("/src/main/java/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
