package congressbot.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.migrations.Migrate;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {
    private static final String EMPTY = "template0";
    private static final String MIGRATED = "migrated";

    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres postgres;
    private TestDatabase source;
    private TestDatabase target;
    private Path folder;
    private Path file;

    @BeforeAll
    void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Migrate.migrate(TestDatabase.create(postgres, MIGRATED, EMPTY).address());
        source = migrated().filled();
    }

    @BeforeEach
    void prepare(@TempDir Path fresh) throws Exception {
        folder = fresh;
        file = folder.resolve("congress.zip");
        target = migrated();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    /// Fails for a new table until `filled.sql` has a row for it.
    @Test
    void every_table_comes_back_as_it_was_and_numbers_go_on() throws Exception {
        assertThat(source.rows())
                .isNotEmpty()
                .allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());

        Outcome written = Backup.write(source.address(), file);
        Outcome read = Restore.read(target.address(), file);

        assertThat(written).isInstanceOf(Outcome.Done.class).isEqualTo(read);
        assertThat(target.rows()).isEqualTo(source.rows());
        assertThat(target.nextNumbers())
                .containsEntry("contacts_id_seq", "5")
                .containsEntry("participants_id_seq", "3")
                .isEqualTo(source.nextNumbers());
    }

    @Test
    void what_the_database_adds_by_itself_is_not_added_again_by_a_restore_and_is_afterwards() throws Exception {
        Backup.write(source.address(), file);
        Restore.read(target.address(), file);
        List<String> restored = target.strings("SELECT event_id FROM uncounted_events ORDER BY 1");

        target.run("INSERT INTO conversation_events (congress_id, kind, at) VALUES ('cbas', 'later', now())");

        assertThat(restored).isEqualTo(source.strings("SELECT event_id FROM uncounted_events ORDER BY 1"));
        assertThat(target.strings("SELECT event_id FROM uncounted_events")).hasSize(restored.size() + 1);
    }

    @Test
    void anybody_can_read_the_file() throws Exception {
        Backup.write(source.address(), file);

        assertThat(text("participants.csv"))
                .startsWith("id,congress_id,conversation_id,full_name,email,cpf,")
                .contains("\"Maria \"\"Zé\"\" d'Ávila;\\n\",maria@ufg.br,52998224725,,BR,");
        assertThat(text("backup.json"))
                .startsWith("{\"format\":1,\"schema\":\"" + newestSchema() + "\",")
                .contains("{\"table\":\"participants\",\"rows\":2}");
    }

    @Test
    void only_its_owner_can_read_the_file_and_nothing_else_is_left() throws Exception {
        Backup.write(source.address(), file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_table_that_nobody_thought_of_is_copied_after_those_that_it_refers_to() throws Exception {
        TestDatabase wider = migrated().filled();
        String tables = """
                CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, above bigint REFERENCES b);
                CREATE TABLE a (b_id bigint REFERENCES b, person bigint REFERENCES participants, double bigint GENERATED ALWAYS AS (b_id * 2) STORED);
                """;
        wider.run(tables + "INSERT INTO b (above) VALUES (2), (1); INSERT INTO a VALUES (2, 1)");
        target.run(tables);

        Backup.write(wider.address(), file);
        Outcome read = Restore.read(target.address(), file);

        assertThat(read).isInstanceOf(Outcome.Done.class);
        assertThat(target.rows()).isEqualTo(wider.rows()).containsEntry("a", List.of("(2,1,4)"));
    }

    @Test
    void what_is_written_meanwhile_is_not_in_it() throws Exception {
        TestDatabase busy = migrated().filled();
        Map<String, List<String>> before = busy.rows();

        CompletableFuture<Outcome> backup;
        try (Connection writer = busy.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("LOCK TABLE knowledge_sentences"); // it comes late: it refers to what refers
            backup = CompletableFuture.supplyAsync(() -> written(busy));
            await().until(() ->
                    !busy.strings("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty());
            statement.execute("DELETE FROM knowledge_documents");
            statement.execute("INSERT INTO contacts (congress_id) VALUES ('late')");
            writer.commit();
        }

        assertThat(backup.get(30, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(Restore.read(target.address(), file)).isInstanceOf(Outcome.Done.class);
        assertThat(target.rows()).isEqualTo(before);
    }

    @Test
    void a_file_that_exists_is_not_overwritten() throws Exception {
        Files.writeString(file, "the only backup");

        assertRefused(Backup.write(source.address(), file), "overwrites nothing");
        assertThat(file).hasContent("the only backup");
    }

    @Test
    void a_database_without_a_schema_is_not_backed_up() throws Exception {
        assertRefused(Backup.write(empty().address(), file), "without any schema");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_folder_that_is_missing_is_told() throws Exception {
        assertRefused(Backup.write(source.address(), folder.resolve("none/congress.zip")), "there is no folder");
    }

    @Test
    void nothing_is_restored_into_a_database_that_has_rows() throws Exception {
        Backup.write(source.address(), file);
        target.run("INSERT INTO knowledge_words VALUES ('cbas', 'word')");
        Map<String, List<String>> before = target.rows();

        assertRefused(Restore.read(target.address(), file), "not empty, knowledge_words has rows");
        assertThat(target.rows()).isEqualTo(before);
    }

    @Test
    void nothing_is_restored_into_another_schema() throws Exception {
        Backup.write(source.address(), file);
        TestDatabase older = empty();
        Flyway.configure()
                .dataSource(older.address().jdbcUrl(), "postgres", "postgres")
                .target("1")
                .load()
                .migrate();

        assertRefused(Restore.read(older.address(), file), "and the database has 001");
        assertRefused(Restore.read(empty().address(), file), "and the database has none");
    }

    @Test
    void a_file_of_somebody_else_is_refused() throws Exception {
        Path words = Files.writeString(folder.resolve("words.txt"), "not a backup");
        Path archive = folder.resolve("words.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("words.txt"));
        }
        Path label = folder.resolve("label.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(label))) {
            zip.putNextEntry(new ZipEntry("backup.json"));
            zip.write("[]".getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(Restore.read(target.address(), words), "no backup of ours");
        assertRefused(Restore.read(target.address(), archive), "no backup of ours");
        assertRefused(Restore.read(target.address(), label), "no backup of ours");
        assertRefused(Restore.read(target.address(), folder.resolve("none.zip")), "there is no file");
    }

    @Test
    void a_file_that_was_cut_off_is_refused() throws Exception {
        Backup.write(source.address(), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

        assertRefused(Restore.read(target.address(), file), "no backup of ours, or is damaged");
    }

    @Test
    void of_a_file_with_a_wrong_value_nothing_is_restored() throws Exception {
        Backup.write(source.address(), file);

        assertRefused(
                Restore.read(target.address(), changed(text -> text.replace(",sent,", ",gone,"))), "SQLSTATE 23514");
        assertRefused(Restore.read(target.address(), changed(text -> text.replace("id,", "no,"))), "does not fit");
        assertThat(target.rows()).allSatisfy((_, rows) -> assertThat(rows).isEmpty());
    }

    @Test
    void of_a_file_that_lacks_a_row_nothing_is_restored() throws Exception {
        Backup.write(source.address(), file);

        assertRefused(
                Restore.read(target.address(), changed(text -> text.replaceAll("(?m)^.*confirmation:1.*\n", ""))),
                "outbox has 2 rows and not 3");
        assertThat(target.rows()).allSatisfy((_, rows) -> assertThat(rows).isEmpty());
    }

    @Test
    void a_layout_of_the_future_is_refused() throws Exception {
        Backup.write(source.address(), file);

        assertRefused(
                Restore.read(target.address(), changed(text -> text.replace("\"format\":1", "\"format\":2"))),
                "the format 2");
    }

    @Test
    void the_app_can_back_up_and_only_who_migrates_restores() throws Exception {
        DatabaseAddress app = app(source);

        assertThat(Backup.write(app, file)).isInstanceOf(Outcome.Done.class);

        assertRefused(Restore.read(app(target), file), "use the one that migrates");
        assertThat(target.rows()).allSatisfy((_, rows) -> assertThat(rows).isEmpty());
    }

    private TestDatabase empty() throws SQLException {
        return TestDatabase.create(postgres, "d" + databases.incrementAndGet(), EMPTY);
    }

    private TestDatabase migrated() throws SQLException {
        return TestDatabase.create(postgres, "d" + databases.incrementAndGet(), MIGRATED);
    }

    /// The user of bot-api, with the rights that `roles/01-roles.sql` gives.
    private static DatabaseAddress app(TestDatabase database) throws SQLException {
        String user = "app_of_" + database.strings("SELECT current_database()").getFirst();
        database.run("CREATE ROLE %1$s LOGIN PASSWORD 'app';".formatted(user)
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %1$s;".formatted(user)
                + "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %1$s".formatted(user));
        return new DatabaseAddress(database.address().jdbcUrl(), user, new Secret("app"));
    }

    private Outcome written(TestDatabase database) {
        try {
            return Backup.write(database.address(), file);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The backup with other texts in it.
    private Path changed(UnaryOperator<String> change) throws IOException {
        Path changed = Files.createTempFile(folder, "changed", ".zip");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(text(from, entry)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return changed;
    }

    private String text(String entry) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return text(zip, zip.getEntry(entry));
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream bytes = zip.getInputStream(entry)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String newestSchema() throws SQLException {
        return source.strings("SELECT max(version) FROM flyway_schema_history").getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void assertRefused(Outcome outcome, String why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains(why));
    }
}
