package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.dev.process.JvmOptions;
import congressbot.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the images are made of.
class DockerfileTest {
    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Dockerfile DOCKERFILE = Dockerfile.read();

    /// With all parts of a version: 25.0.3_9-jre-noble, v9.2.0; or by commit.
    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9/-]+:(v?[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9._-]*|sha-[0-9a-f]{7,40})");

    /// Those of the launcher; inside a container all is UTF-8 anyway.
    private static final List<String> FLAGS = Stream.concat(
                    JvmOptions.EVERYWHERE.stream(), Stream.of(JvmOptions.HUGE_PAGES))
            .filter(option -> !option.equals("-Dfile.encoding=UTF-8"))
            .toList();

    private static final Set<String> PROCESSES = Set.of("migrate", "gateway", "worker", "bot-api");

    static Stream<String> targets() {
        return COMPOSE.services().stream()
                .filter(name -> COMPOSE.service(name).has("build"))
                .sorted();
    }

    static Stream<String> processes() {
        return PROCESSES.stream().sorted();
    }

    @Test
    void every_image_from_elsewhere_is_pinned() {
        assertThat(DOCKERFILE.bases())
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image).matches(PINNED).doesNotContain("latest"));
    }

    @Test
    void what_runs_is_not_what_builds() {
        for (String name : PROCESSES) {
            assertThat(DOCKERFILE.chain(name)).as(name).contains("runtime").doesNotContain("build");
            assertThat(DOCKERFILE.base(name)).as(name).contains("-jre-");
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void the_user_has_a_number_is_not_root_and_is_the_one_of_compose(String target) {
        assertThat(DOCKERFILE.last(target, "USER"))
                .matches("[1-9][0-9]*:[1-9][0-9]*")
                .isEqualTo(COMPOSE.service(target).path("user").asText());
        assertThat(DOCKERFILE.keywords(target).getLast()).isIn("ENTRYPOINT", "CMD");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothing_is_started_through_a_shell(String target) throws Exception {
        assertThat(words(DOCKERFILE.last(target, "ENTRYPOINT"))).isNotEmpty().doesNotContain("sh", "bash", "-c");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_process_runs_its_program_with_the_flags_of_the_launcher(String target) throws Exception {
        List<String> command = words(DOCKERFILE.last(target, "ENTRYPOINT"));
        assertThat(command).startsWith("java").containsAll(FLAGS).contains("@/app/classpath");
        assertThat(Class.forName(command.getLast()).getMethod("main", String[].class))
                .isNotNull();
    }

    /// An archive holds for the JVM, the flags and the class path with which it was made.
    @ParameterizedTest
    @MethodSource("processes")
    void a_process_that_stays_is_rehearsed_as_it_is_started(String target) throws Exception {
        String rehearsal = String.join(" ", DOCKERFILE.all(target, "RUN"));
        List<String> command = words(DOCKERFILE.last(target, "ENTRYPOINT"));

        if (target.equals("migrate")) {
            assertThat(rehearsal).isEmpty();
            return;
        }
        assertThat(rehearsal)
                .contains(String.join(" ", FLAGS) + " -XX:AOTCacheOutput=/app/classes.aot @/app/classpath "
                        + command.getLast())
                .contains("test -s /app/classes.aot");
        assertThat(command).contains("-XX:AOTCache=/app/classes.aot");
    }

    @Test
    void nothing_is_fetched_by_address_and_no_secret_is_baked_in() {
        assertThat(DOCKERFILE.keywords()).doesNotContain("ADD", "ARG", "ENV", "ONBUILD");
        assertThat(ComposeFile.text("Dockerfile")).doesNotContainIgnoringCase("password", "secret", "_key", "curl ");
    }

    @Test
    void the_bridge_is_the_version_that_compose_says() {
        String image = COMPOSE.service("bridge").path("image").asText();

        assertThat(DOCKERFILE.base("bridge"))
                .isEqualTo("aldinokemal2104/go-whatsapp-web-multidevice:" + image.split(":", 2)[1]);
    }

    @Test
    void a_build_sees_sources_only() {
        List<String> lines = ComposeFile.text(".dockerignore")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines.getFirst()).isEqualTo("*");
        assertThat(new TreeSet<>(lines.subList(1, lines.size())))
                .containsExactlyInAnyOrder(
                        "!pom.xml",
                        "!.mvn/",
                        "!*/pom.xml",
                        "!wire/src/",
                        "!migrations/src/main/",
                        "!gateway/src/main/",
                        "!worker/src/main/",
                        "!bot-api/src/main/",
                        "!congress/");
    }

    private static List<String> words(String execForm) throws JsonProcessingException {
        return Arrays.asList(Json.read(execForm, String[].class));
    }
}
