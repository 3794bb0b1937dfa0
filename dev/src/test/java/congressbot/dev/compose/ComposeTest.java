package congressbot.dev.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How the containers are confined, connected and started.
class ComposeTest {
    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final Set<String> STORES = Set.of("postgres", "redis");
    private static final Set<String> PROCESSES = Set.of("migrate", "bot-api", "gateway", "worker");
    private static final Duration DRAIN = Duration.ofSeconds(30);

    /// With all parts of a version: 18.6-trixie, v9.2.0; or by commit.
    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9/-]+:(v?[0-9]+\\.[0-9]+[A-Za-z0-9._-]*|sha-[0-9a-f]{7,40})");

    private static final Pattern POM_VERSION = Pattern.compile("<version>([^<]+)</version>");

    static Stream<String> services() {
        return COMPOSE.services().stream().sorted();
    }

    static Stream<String> processes() {
        return PROCESSES.stream().sorted();
    }

    @Test
    void the_house_is_complete() {
        assertThat(COMPOSE.services())
                .containsExactlyInAnyOrder(
                        "postgres", "redis", "migrate", "bot-api", "gateway", "worker", "bridge", "wuzapi");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_container_has_no_rights(String name) {
        JsonNode service = COMPOSE.service(name);

        assertThat(service.path("user").asText()).matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(ComposeFile.words(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(ComposeFile.words(service.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(Set.copyOf(service.propertyStream().map(Map.Entry::getKey).toList()))
                .doesNotContain(
                        "privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "userns_mode", "cgroup");
        assertThat(service.toString()).doesNotContain("docker.sock");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_container_has_limits(String name) {
        JsonNode service = COMPOSE.service(name);

        assertThat(service.path("mem_limit").asText()).matches("[0-9]+m");
        assertThat(service.path("memswap_limit")).isEqualTo(service.path("mem_limit"));
        assertThat(service.path("pids_limit").asInt()).isBetween(1, 512);
        assertThat(service.at("/logging/options/max-size").asText()).matches("[0-9]+m");
        assertThat(service.at("/logging/options/max-file").asInt()).isBetween(2, 20);
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_stays_is_restarted_asked_for_its_health_and_given_time_to_end(String name) {
        JsonNode service = COMPOSE.service(name);

        assertThat(service.path("restart").asText())
                .isEqualTo(
                        switch (name) {
                            case "migrate" -> "no";
                            case "bridge" -> "always";
                            default -> "unless-stopped";
                        });
        assertThat(duration(service.path("stop_grace_period"))).isGreaterThanOrEqualTo(DRAIN);
        JsonNode check = service.path("healthcheck");
        if (name.equals("migrate")) {
            assertThat(check.path("disable").asBoolean()).isTrue();
        } else {
            assertThat(ComposeFile.words(check.path("test"))).isNotEmpty();
            assertThat(duration(check.path("timeout"))).isLessThan(duration(check.path("interval")));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void an_image_is_pinned_and_ours_is_never_fetched(String name) {
        JsonNode service = COMPOSE.service(name);
        String image = service.path("image").asText();

        assertThat(image).matches(PINNED).doesNotContain("latest");
        if (STORES.contains(name)) {
            assertThat(service.has("build")).isFalse();
        } else {
            assertThat(service.at("/build/target").asText()).isEqualTo(name);
            assertThat(service.path("pull_policy").asText()).isEqualTo("build");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void an_image_of_ours_has_the_version_of_the_sources(String name) {
        Matcher version = POM_VERSION.matcher(ComposeFile.text("pom.xml"));

        assertThat(version.find()).isTrue();
        assertThat(COMPOSE.service(name).path("image").asText())
                .isEqualTo("congress-bot/" + name + ":" + version.group(1));
    }

    @Test
    void only_pages_are_published_and_on_the_loopback_interface() {
        List<String> published = new ArrayList<>();
        services()
                .forEach(name ->
                        published.addAll(ComposeFile.words(COMPOSE.service(name).path("ports"))));

        assertThat(published)
                .containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8081:8081", "127.0.0.1:3000:3000");
        assertThat(ComposeFile.words(COMPOSE.service("bot-api").path("ports"))).containsExactly("127.0.0.1:8080:8080");
    }

    @Test
    void the_stores_are_out_of_reach_for_all_but_their_processes() {
        assertThat(membersOf("database")).containsExactlyInAnyOrder("postgres", "migrate", "bot-api");
        assertThat(membersOf("queue")).containsExactlyInAnyOrder("redis", "gateway", "worker", "bot-api");
        assertThat(membersOf("whatsapp")).containsExactlyInAnyOrder("gateway", "bridge", "wuzapi");
        assertThat(membersOf("outside")).containsExactlyInAnyOrder("bot-api", "bridge", "wuzapi");
        assertThat(membersOf("door")).containsExactly("gateway");
        assertThat(COMPOSE.networks()
                        .at("/door/driver_opts")
                        .path("com.docker.network.bridge.enable_ip_masquerade")
                        .asText())
                .isEqualTo("false");
        COMPOSE.networks()
                .propertyStream()
                .filter(network -> !Set.of("outside", "door").contains(network.getKey()))
                .forEach(network -> assertThat(
                                network.getValue().path("internal").asBoolean())
                        .as(network.getKey())
                        .isTrue());
    }

    @Test
    void the_schema_is_there_before_bot_api_and_the_gateway_before_the_bridge() {
        assertThat(condition("migrate", "postgres")).isEqualTo("service_healthy");
        assertThat(condition("bot-api", "migrate")).isEqualTo("service_completed_successfully");
        for (String name : List.of("bot-api", "gateway", "worker")) {
            assertThat(condition(name, "redis")).as(name).isEqualTo("service_healthy");
        }
        assertThat(condition("bridge", "gateway")).isEqualTo("service_healthy");
        assertThat(condition("wuzapi", "gateway")).isEqualTo("service_healthy");
    }

    @Test
    void what_must_last_lies_in_volumes() {
        Map<String, String> data = Map.of(
                "postgres",
                "/var/lib/postgresql",
                "redis",
                "/data",
                "bridge",
                "/app/storages",
                "wuzapi",
                "/app/dbdata");
        data.forEach((name, folder) -> assertThat(mounts(name)).contains(name + ":" + folder));
        processes().forEach(name -> {
            assertThat(mounts(name)).contains("logs:/logs");
            assertThat(COMPOSE.environment(name)).containsEntry("LOG_DIR", "/logs");
        });

        Set<String> used = new TreeSet<>();
        services().forEach(name -> mounts(name).forEach(mount -> used.add(mount.split(":", 2)[0])));
        used.removeIf(source -> source.startsWith("."));
        assertThat(used).isEqualTo(new TreeSet<>(COMPOSE.volumes()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_a_container_sees_of_this_folder_exists_and_is_read_only(String name) {
        for (String mount : mounts(name)) {
            if (mount.startsWith(".")) {
                assertThat(mount).endsWith(":ro");
                assertThat(ComposeFile.ROOT.resolve(mount.split(":", 2)[0])).matches(Files::isDirectory);
            }
        }
    }

    @Test
    void bot_api_reads_the_congress_and_postgres_the_roles() {
        assertThat(mounts("bot-api")).contains("./congress:/congress:ro");
        assertThat(COMPOSE.environment("bot-api")).containsEntry("CONGRESS_DIR", "/congress");
        assertThat(mounts("postgres")).contains("./migrations/roles:/docker-entrypoint-initdb.d:ro");
    }

    @Test
    void a_variable_without_a_default_is_insisted_on_somewhere() {
        Set<String> without = new TreeSet<>();
        Matcher plain = Pattern.compile("\\$\\{([A-Z0-9_]+)}").matcher(ComposeFile.text("compose.yaml"));
        while (plain.find()) {
            without.add(plain.group(1));
        }

        assertThat(ComposeFile.required()).containsAll(without);
    }

    private static Set<String> membersOf(String network) {
        Set<String> members = new TreeSet<>();
        services().filter(name -> COMPOSE.networksOf(name).contains(network)).forEach(members::add);
        return members;
    }

    private static String condition(String service, String dependency) {
        return COMPOSE.service(service)
                .path("depends_on")
                .path(dependency)
                .path("condition")
                .asText();
    }

    private static List<String> mounts(String service) {
        return ComposeFile.words(COMPOSE.service(service).path("volumes"));
    }

    private static Duration duration(JsonNode seconds) {
        return Duration.parse("PT" + seconds.asText());
    }
}
