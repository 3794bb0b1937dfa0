package congressbot.dev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a program of two jars, which says what stands in the second one.
class ClassArchiveTest {
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx64m");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path project;

    @BeforeEach
    void build() throws IOException {
        jar("worker.jar", "Play", "public static void main(String[] none) { System.out.print(Part.TEXT()); }");
        part("one");
    }

    @Test
    void what_was_rehearsed_is_read_from_then_on() throws Exception {
        rehearse();

        assertThat(archive().isThere()).isTrue();
        assertThat(run(reading(), "-XX:AOTMode=on", "-Xlog:class+load"))
                .contains("Part source: shared objects file")
                .contains("one");
    }

    @Test
    void after_a_change_of_one_jar_the_new_classes_run() throws Exception {
        rehearse();

        part("two");

        assertThat(reading()).isEmpty();
        assertThat(run(reading())).isEqualTo("two");
    }

    @Test
    void other_options_and_agents_read_none() throws Exception {
        rehearse();

        assertThat(ClassArchive.reading(project, Program.WORKER, List.of("-XX:+UseSerialGC", "-Xmx65m")))
                .isEmpty();
        assertThat(ClassArchive.reading(
                        project, Program.WORKER, List.of("-XX:+UseSerialGC", "-Xmx64m", "-javaagent:a.jar")))
                .isEmpty();
    }

    @Test
    void a_rehearsal_takes_the_archives_of_earlier_builds_away() throws Exception {
        rehearse();
        part("two");

        rehearse();

        try (Stream<Path> files = Files.list(target())) {
            assertThat(files.filter(file -> file.toString().contains(".aot"))).hasSize(1);
        }
        assertThat(run(reading())).isEqualTo("two");
    }

    @Test
    void a_process_that_left_nothing_leaves_nothing_to_keep() throws Exception {
        assertThat(archive().keep()).isFalse();
        assertThat(archive().isThere()).isFalse();
    }

    @Test
    void a_spoilt_archive_is_passed_over_without_a_word() throws Exception {
        rehearse();
        try (Stream<Path> files = Files.list(target())) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".aot")).toList()) {
                Files.writeString(file, "cut off");
            }
        }

        assertThat(run(reading())).isEqualTo("one");
    }

    @Test
    void the_launcher_looks_for_the_same_name() throws Exception {
        rehearse();
        String reckon = "source ../congress-bot help >/dev/null && JAVA_HOME=%s && cd %s && find_jars worker"
                        .formatted(System.getProperty("java.home"), project)
                + " && options=(%s) && find_archive any worker && echo ${archive[0]}"
                        .formatted(String.join(" ", OPTIONS));

        String told = output(List.of("bash", "-c", reckon));

        assertThat(project.resolve(told.strip().replace("-XX:AOTCache=", "")))
                .isEqualTo(Path.of(reading().getFirst().replace("-XX:AOTCache=", "")));
    }

    private void rehearse() throws Exception {
        run(ClassArchive.writing(project, Program.WORKER, OPTIONS));
        assertThat(archive().keep()).isTrue();
    }

    private ClassArchive archive() throws IOException {
        return ClassArchive.of(project, Program.WORKER, OPTIONS);
    }

    private List<String> reading() throws IOException {
        return ClassArchive.reading(project, Program.WORKER, OPTIONS);
    }

    private String run(List<String> archive, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(OPTIONS);
        command.addAll(archive);
        command.addAll(List.of(more));
        command.add("-cp");
        command.add(Program.WORKER.jars(project).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("Play");
        return output(command);
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private void part(String text) throws IOException {
        jar("lib/part.jar", "Part", "static String TEXT() { return \"%s\"; }".formatted(text));
    }

    private void jar(String file, String name, String body) throws IOException {
        Path sources = Files.createDirectories(project.resolve("src"));
        Path classes = Files.createDirectories(project.resolve("classes"));
        Path jar = target().resolve(file);
        Files.createDirectories(jar.getParent());
        Path source = Files.writeString(sources.resolve(name + ".java"), "class %s { %s }".formatted(name, body));
        if (name.equals("Play")) {
            Files.writeString(sources.resolve("Part.java"), "class Part { static String TEXT() { return null; } }");
        }
        tool("javac", "-sourcepath", sources.toString(), "-d", classes.toString(), source.toString());
        tool("jar", "--create", "--file=" + jar, "-C", classes.toString(), name + ".class");
    }

    private static void tool(String name, String... arguments) {
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
        assertThat(status).isZero();
    }

    private Path target() {
        return project.resolve("worker/target");
    }
}
