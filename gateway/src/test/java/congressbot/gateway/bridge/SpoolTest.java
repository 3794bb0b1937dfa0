package congressbot.gateway.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Spool.Spooled;
import congressbot.wire.gateway.Fetched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final byte[] NOTE = "OggS".getBytes(StandardCharsets.UTF_8);

    private Instant now = Instant.parse("2026-11-20T18:31:05Z");

    @TempDir
    private Path folder;

    @Test
    void a_file_outlives_the_process_that_kept_it() {
        String name = kept(spool(100), NOTE);

        assertThat(spool(100).fetch(name))
                .isInstanceOfSatisfying(
                        Media.Found.class,
                        found -> assertThat(found.content().bytes()).isEqualTo(NOTE));
    }

    @Test
    void nobody_else_may_read_it_and_no_name_tells_of_another() throws IOException {
        Spool spool = spool(100);

        String one = kept(spool, NOTE);
        String other = kept(spool, NOTE);

        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("files/" + one))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_was_fetched_can_be_fetched_again_for_a_while() throws IOException {
        Spool spool = spool(100);
        String name = kept(spool, NOTE);
        spool.fetch(name);

        now = now.plus(Duration.ofMinutes(14));
        Media soon = spool.fetch(name);
        now = now.plus(Duration.ofMinutes(2));
        spool.sweep();

        assertThat(soon).isInstanceOf(Media.Found.class);
        assertThat(spool.fetch(name)).isInstanceOf(Media.Gone.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void a_file_that_nobody_fetches_goes_after_a_day() throws IOException {
        Spool spool = spool(100);
        String name = kept(spool, NOTE);

        now = now.plus(Duration.ofHours(24)).minusSeconds(1);
        spool.sweep();
        List<String> before = names();
        now = now.plusSeconds(1);
        spool.sweep();

        assertThat(before).containsExactly(name);
        assertThat(names()).isEmpty();
    }

    @Test
    void when_the_folder_is_full_the_oldest_goes() throws IOException {
        Spool spool = spool(3L * NOTE.length);
        String oldest = kept(spool, NOTE);
        now = now.plusSeconds(1);
        String second = kept(spool, NOTE);
        now = now.plusSeconds(1);
        String third = kept(spool, NOTE);
        now = now.plusSeconds(1);
        String newest = kept(spool, NOTE);

        assertThat(names()).containsExactlyInAnyOrder(second, third, newest).doesNotContain(oldest);
    }

    @Test
    void what_is_too_long_or_empty_or_breaks_off_leaves_nothing() throws IOException {
        Spool spool = spool(Spool.MAX_FOLDER);

        Spooled tooLong = spool.keep(file -> file.write(new byte[Fetched.MAX_BYTES + 1]));
        Spooled empty = spool.keep(_ -> {});
        Spooled broken = spool.keep(file -> {
            file.write(NOTE);
            throw new IOException("no Base64");
        });

        assertThat(tooLong).isInstanceOf(Spooled.TooLarge.class);
        assertThat(empty).isInstanceOf(Spooled.Lost.class);
        assertThat(broken).isInstanceOf(Spooled.Lost.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void without_a_folder_a_file_is_lost_and_the_message_is_not() throws IOException {
        Files.writeString(folder.resolve("files"), "not a folder");

        assertThat(spool(100).keep(file -> file.write(NOTE))).isInstanceOf(Spooled.Lost.class);
    }

    @Test
    void files_of_others_are_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/gowa"), "an instance of another name");
        Spool spool = spool(1);

        now = now.plus(Duration.ofDays(2));
        spool.sweep();
        kept(spool, NOTE);

        assertThat(names()).contains("gowa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secret", "0123", "/etc/passwd", "0123456789abcdef0123456789abcdeF"})
    void a_name_that_is_none_of_ours_leads_nowhere(String name) throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");

        assertThat(spool(100).fetch(name)).isInstanceOf(Media.Gone.class);
    }

    private Spool spool(long maxFolder) {
        return new Spool(folder.resolve("files"), maxFolder, () -> now, new Alarm(() -> now));
    }

    private static String kept(Spool spool, byte[] file) {
        return ((Spooled.Kept) spool.keep(out -> out.write(file))).name();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("files"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
