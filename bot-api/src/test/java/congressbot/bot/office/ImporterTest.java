package congressbot.bot.office;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.office.ImportStore.Counts;
import congressbot.bot.office.ImportStore.Import;
import congressbot.bot.office.ImportStore.Kind;
import congressbot.bot.office.ImportStore.Line;
import congressbot.bot.office.ImportStore.State;
import congressbot.bot.office.Importer.Acted;
import congressbot.bot.office.Importer.Reading;
import congressbot.bot.participant.ListSource;
import congressbot.bot.participant.Order;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Position;
import congressbot.bot.participant.Sieve;
import congressbot.bot.registration.Cpf;
import congressbot.bot.sheet.CsvWriter;
import congressbot.bot.sheet.SheetWriter;
import congressbot.bot.sheet.XlsxWriter;
import congressbot.bot.testing.Crowd;
import congressbot.bot.testing.Enrolled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterTest {
    private static final String HEAD = "Nome;E-mail;CPF;Telefone;Cidade;UF;Perfil";
    private static final String JOANA = "Joana Prado;joana@ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;" + profile();

    private final Desktop desk = new Desktop();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_file_of_ours_brings_no_difference_back(boolean csv, boolean whole) throws IOException {
        Crowd.of(1_200).in(desk.jdbi);
        desk.added(Desktop.typed());
        Enrolled.named("=HYPERLINK(\"http://mau.example\";\"veja\")")
                .withCpf("98765432100")
                .withEmail("a@b.org")
                .in(desk.jdbi);
        Enrolled.named("Ana  Lima\r\nSousa").withCpf("").withEmail("c@b.org").in(desk.jdbi);
        Enrolled.named("  \t-1+1")
                .withCpf("11144477735")
                .withEmail("d@b.org")
                .cancelled()
                .in(desk.jdbi);
        Path file = exported(csv, whole, List.of(Column.values()));

        Import read = read(file);

        assertThat(read.counts()).isEqualTo(new Counts(0, 0, 1_204, 0));
    }

    @Test
    void a_file_without_numbers_finds_people_by_their_documents() throws IOException {
        desk.added(Desktop.typed());
        Path file = exported(true, true, List.of(Column.NAME, Column.EMAIL, Column.DOCUMENT, Column.PHONE));

        assertThat(read(file).counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void what_is_new_is_shown_field_by_field_before_anything_changes() throws IOException {
        long number = desk.added(Desktop.typed());

        Import read = read(text("Número;E-mail;Situação\n" + number + ";nova@ufg.br;cancelada\n"));

        Line line = lines(read, Kind.CHANGED).getFirst();
        assertThat(read.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(line.old()).containsEntry("email", "maria@ufg.br").containsEntry("status", "confirmed");
        assertThat(line.fields()).containsEntry("email", "nova@ufg.br").containsEntry("status", "cancelled");
        assertThat(people()).containsExactly("Maria da Conceição maria@ufg.br confirmed panel");
    }

    @Test
    void what_is_carried_out_is_in_the_history_and_taken_back_as_a_whole() throws IOException {
        long number = desk.added(Desktop.typed());
        Import read = read(text(
                "Número;" + HEAD + "\n" + number + ";Maria Prado;;;;;;\n;" + JOANA + "\n" + number + 1 + ";;;;;;;\n"));
        assertThat(read.counts().faulty()).isEqualTo(2);
        read = read(text("Número;Nome;E-mail;CPF;Telefone;Cidade;UF;Perfil\n" + number
                + ";Maria Prado;maria@ufg.br;529.982.247-25;62 99876-5432;Goiânia;GO;" + profile() + "\n;" + JOANA
                + "\n"));

        assertThat(desk.importer.carryOut(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);
        assertThat(desk.importer.carryOut(Desktop.ANA, read.id())).isEqualTo(Acted.OUT_OF_PLACE);

        assertThat(people())
                .containsExactly(
                        "Joana Prado joana@ufg.br confirmed import", "Maria Prado maria@ufg.br confirmed panel");
        assertThat(rows(
                        desk.jdbi,
                        "SELECT field || ' ' || old || ' ' || new || ' ' || by_name || ' ' || channel FROM participant_changes WHERE batch = "
                                + read.id() + " AND old IS NOT NULL"))
                .containsExactly("full_name Maria da Conceição Maria Prado Ana Organizadora import");

        assertThat(desk.importer.takeBack(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);
        assertThat(desk.importer.takeBack(Desktop.ANA, read.id())).isEqualTo(Acted.OUT_OF_PLACE);
        assertThat(people()).containsExactly("Maria da Conceição maria@ufg.br confirmed panel");
        assertThat(rows(desk.jdbi, "SELECT deed FROM audit_log ORDER BY id"))
                .containsExactly("add", "import", "undo-import");
    }

    @Test
    void what_others_changed_meanwhile_is_left_alone_and_told() throws IOException {
        long number = desk.added(Desktop.typed());
        Import overtaken = read(text("Número;Nome\n" + number + ";Maria Prado\n"));
        desk.office.cancel(Desktop.ANA, number);
        Import kept = read(text("Número;Nome\n" + number + ";Maria Souza\n"));

        desk.importer.carryOut(Desktop.ANA, overtaken.id());
        desk.importer.carryOut(Desktop.ANA, kept.id());
        desk.office.restore(Desktop.ANA, number);
        desk.importer.takeBack(Desktop.ANA, kept.id());

        assertThat(find(overtaken).overtaken()).isEqualTo(1);
        assertThat(find(kept).overtaken()).isZero();
        assertThat(find(kept).kept()).isEqualTo(1);
        assertThat(people()).containsExactly("Maria Souza maria@ufg.br confirmed panel");
    }

    @Test
    void an_address_that_was_taken_since_hinders_no_other_row() throws IOException {
        Import read = read(text(HEAD + "\n" + JOANA + "\n"
                + "Rita Lima;maria@ufg.br;000.000.001-91;62 99876-0002;Goiânia;GO;" + profile() + "\n"));
        desk.added(Desktop.typed());

        desk.importer.carryOut(Desktop.ANA, read.id());

        assertThat(find(read).overtaken()).isEqualTo(1);
        assertThat(people())
                .containsExactly(
                        "Joana Prado joana@ufg.br confirmed import", "Maria da Conceição maria@ufg.br confirmed panel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Joana;j@ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;Estudante          | name
            Joana Prado;j ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;Estudante    | email
            Joana Prado;j@ufg.br;111.444.777-36;62 99876-0001;Goiânia;GO;Estudante    | document
            Joana Prado;j@ufg.br;***.444.777-**;62 99876-0001;Goiânia;GO;Estudante    | document
            Joana Prado;j@ufg.br;111.444.777-35;99876-0001;Goiânia;GO;Estudante       | phone
            Joana Prado;j@ufg.br;111.444.777-35;62 99876-0001;Atlântida;GO;Estudante  | city
            Joana Prado;j@ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;Marciano     | profile
            =1+1;j@ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;Estudante           | name
            Joana Prado;maria@ufg.br;111.444.777-35;62 99876-0001;Goiânia;GO;Estudante | email
            """)
    void what_is_wrong_is_told_at_its_field(String row, String field) throws IOException {
        desk.added(Desktop.typed());

        Import read = read(text(HEAD + "\n" + row.replace("Estudante", profile()) + "\n"));

        assertThat(read.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(lines(read, Kind.FAULTY).getFirst().faults()).containsOnlyKeys(field);
    }

    @Test
    void a_cpf_without_its_zeros_and_a_foreign_phone_without_its_plus_are_understood() throws IOException {
        Import read = read(text(HEAD.replace("UF", "País") + "\nJoana Prado;joana@ufg.br;191;351 912 345 678;Lisboa;PT;"
                + profile() + "\nRita Lima;rita@ufg.br;11144477735;62998760002;Goiânia;Brasil;" + profile() + "\n"
                + "Nuno Reis;nuno@ufg.br;000000191 ;62998760003;Goiânia;;" + profile() + "\n"));

        assertThat(read.counts()).isEqualTo(new Counts(2, 0, 0, 1));
    }

    @Test
    void one_person_twice_in_a_file_is_told() throws IOException {
        Import read = read(text(HEAD + "\n" + JOANA + "\n" + JOANA.replace("joana@", "j@") + "\n"));

        assertThat(read.counts()).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void numbers_of_another_congress_are_not_there() throws IOException {
        long number = Enrolled.named("Ana Lima").of("another").in(desk.jdbi);

        Import read = read(text("Número;Nome\n" + number + ";Tomada De Mim\n"));

        assertThat(read.counts().faulty()).isEqualTo(1);
        assertThat(desk.importer.store().find("another", read.id())).isEmpty();
        assertThat(desk.importer.carryOut(Desktop.STRANGER, read.id())).isEqualTo(Acted.NOT_FOUND);
        assertThat(desk.importer.takeBack(Desktop.STRANGER, read.id())).isEqualTo(Acted.NOT_FOUND);
        assertThat(desk.importer.discard(Desktop.STRANGER, read.id())).isEqualTo(Acted.NOT_FOUND);
        assertThat(desk.importer.store().lines("another", read.id(), Kind.FAULTY, 0, 9))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void portuguese_is_read_however_it_was_written_down(String charset) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(
                file,
                (HEAD + "\r\n" + JOANA.replace("Joana", "Conceição") + "\r\n").getBytes(Charset.forName(charset)));

        Import read = read(file);

        assertThat(lines(read, Kind.ADDED).getFirst().label()).isEqualTo("Conceição Prado");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "só texto", "a;b;c\n1;2;3", "Nome;Cidade\nAna Lima;Goiânia"})
    void a_file_that_names_no_columns_is_refused_and_forgotten(String content) throws IOException {
        Reading reading = desk.importer.read(Desktop.ANA, text(content), "x.csv");

        assertThat(reading).isNotInstanceOf(Reading.Read.class);
        assertThat(rows(desk.jdbi, "SELECT id FROM imports")).isEmpty();
    }

    /// `-Drows=199999` takes the largest file, and prints how long it takes.
    @Test
    void a_long_file_is_read_carried_out_and_taken_back() throws IOException {
        int rows = Integer.getInteger("rows", 1_500);
        Path path = text(crowd(rows));
        long begin = System.nanoTime();
        Import read = read(path);
        long readAt = System.nanoTime();
        desk.importer.carryOut(Desktop.ANA, read.id());
        long appliedAt = System.nanoTime();
        assertThat(read.counts()).isEqualTo(new Counts(rows, 0, 0, 0));
        assertThat(find(read).overtaken()).isZero();

        desk.importer.takeBack(Desktop.ANA, read.id());

        System.out.printf(
                "%d rows: read in %d ms, carried out in %d ms, taken back in %d ms%n",
                rows,
                (readAt - begin) / 1_000_000,
                (appliedAt - readAt) / 1_000_000,
                (System.nanoTime() - appliedAt) / 1_000_000);
        assertThat(people()).isEmpty();
    }

    @Test
    void what_breaks_off_stays_as_far_as_it_came_and_goes_on_when_it_is_done_again() throws IOException {
        Import read = read(text(crowd(700)));
        desk.jdbi.useHandle(handle -> handle.execute(
                "ALTER TABLE participants ADD CONSTRAINT breaks_off CHECK (email <> 'p600@exemplo.com.br')"));
        try {
            assertThatThrownBy(() -> desk.importer.carryOut(Desktop.ANA, read.id()))
                    .hasMessageContaining("breaks_off");
        } finally {
            desk.jdbi.useHandle(handle -> handle.execute("ALTER TABLE participants DROP CONSTRAINT breaks_off"));
        }
        assertThat(people()).hasSize(500);
        assertThat(find(read).state()).isEqualTo(State.APPLYING);
        assertThat(desk.importer.takeBack(Desktop.ANA, read.id())).isEqualTo(Acted.OUT_OF_PLACE);
        assertThat(desk.importer.discard(Desktop.ANA, read.id())).isEqualTo(Acted.OUT_OF_PLACE);

        assertThat(desk.importer.carryOut(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);

        assertThat(people()).hasSize(700);
        assertThat(find(read).state()).isEqualTo(State.APPLIED);
        assertThat(find(read).overtaken()).isZero();
    }

    @Test
    void taking_back_goes_on_where_it_broke_off() throws IOException {
        Import read = read(text(crowd(700)));
        desk.importer.carryOut(Desktop.ANA, read.id());
        desk.jdbi.useHandle(handle -> handle.execute("""
                CREATE TABLE clinging (id bigint PRIMARY KEY REFERENCES participants);
                INSERT INTO clinging SELECT id FROM participants WHERE email = 'p600@exemplo.com.br'
                """));
        try {
            assertThatThrownBy(() -> desk.importer.takeBack(Desktop.ANA, read.id()))
                    .hasMessageContaining("clinging");
        } finally {
            desk.jdbi.useHandle(handle -> handle.execute("DROP TABLE clinging"));
        }
        assertThat(people()).hasSize(200);
        assertThat(find(read).state()).isEqualTo(State.UNDOING);

        assertThat(desk.importer.takeBack(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);

        assertThat(people()).isEmpty();
        assertThat(find(read).state()).isEqualTo(State.UNDONE);
    }

    @Test
    void whoever_does_it_at_the_same_time_is_told_that_it_is_being_done() throws IOException {
        Import read = read(text(HEAD + "\n" + JOANA + "\n"));

        Acted second;
        try (Handle first = desk.jdbi.open()) {
            desk.importer.store().hold(first, read.id());
            second = desk.importer.carryOut(Desktop.ANA, read.id());
            desk.importer.store().release(first, read.id());
        }

        assertThat(second).isEqualTo(Acted.RUNNING);
        assertThat(desk.importer.carryOut(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);
    }

    @Test
    void a_file_that_is_discarded_is_noted_once_and_only_if_it_was_there() throws IOException {
        Import read = read(text(HEAD + "\n" + JOANA + "\n"));

        assertThat(desk.importer.discard(Desktop.ANA, read.id())).isEqualTo(Acted.DONE);
        assertThat(desk.importer.discard(Desktop.ANA, read.id())).isEqualTo(Acted.NOT_FOUND);

        assertThat(rows(desk.jdbi, "SELECT deed FROM audit_log")).containsExactly("discard-import");
    }

    private static String crowd(int rows) {
        StringBuilder file = new StringBuilder(HEAD + "\n");
        for (int i = 0; i < rows; i++) {
            file.append("Joana Fulana ")
                    .append(letters(i))
                    .append(";p")
                    .append(i)
                    .append("@exemplo.com.br;");
            file.append(cpf(i))
                    .append(";62 99876-0001;Goiânia;GO;")
                    .append(profile())
                    .append('\n');
        }
        return file.toString();
    }

    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .map(digit -> "bcdfghjklm".charAt(digit - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, "Za")
                .toString();
    }

    private static String cpf(int number) {
        String nine = "%09d".formatted(100_000_000 + number);
        for (int check = 0; check < 100; check++) {
            String digits = nine + "%02d".formatted(check);
            if (Cpf.valid(digits)) {
                return digits;
            }
        }
        throw new IllegalStateException();
    }

    @Test
    void erasing_a_person_erases_her_rows_of_files() throws IOException {
        long number = desk.added(Desktop.typed());
        Import read = read(text("Número;Nome\n" + number + ";Maria Prado\n"));

        desk.jdbi.useHandle(handle -> handle.execute("DELETE FROM participants"));

        assertThat(lines(read, Kind.CHANGED)).isEmpty();
        assertThat(rows(desk.jdbi, "SELECT id FROM participant_changes")).isEmpty();
    }

    private Import read(Path file) throws IOException {
        Reading reading = desk.importer.read(Desktop.ANA, file, "arquivo.csv");
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return desk.importer
                .store()
                .find("default", ((Reading.Read) reading).id())
                .orElseThrow();
    }

    private Import find(Import known) {
        return desk.importer.store().find("default", known.id()).orElseThrow();
    }

    private List<Line> lines(Import read, Kind kind) {
        return desk.importer.store().lines("default", read.id(), kind, 0, 100);
    }

    private List<String> people() {
        return rows(
                desk.jdbi,
                "SELECT full_name || ' ' || email || ' ' || status || ' ' || channel FROM participants ORDER BY full_name");
    }

    private Path text(String content) throws IOException {
        return Files.write(folder.resolve("x.csv"), content.getBytes(StandardCharsets.UTF_8));
    }

    private Path exported(boolean csv, boolean whole, List<Column> columns) throws IOException {
        ParticipantList list = new ParticipantList(new ListSource(desk.jdbi, Optional.empty(), desk.time), "default");
        Rendering rendering = new Rendering(desk.words);
        Path file = folder.resolve("exported");
        try (OutputStream out = Files.newOutputStream(file)) {
            SheetWriter writer =
                    csv ? new CsvWriter(out, desk.words.moments()) : new XlsxWriter(out, "Inscritos", OfficeWords.ZONE);
            writer.row(columns.stream()
                    .<congressbot.bot.sheet.Cell>map(
                            column -> new congressbot.bot.sheet.Cell.Text(desk.words.head(column)))
                    .toList());
            for (Participant one : list.page(Sieve.ALL, Order.NEWEST, new Position.First(), 5_000)
                    .participants()) {
                writer.row(columns.stream()
                        .map(column -> rendering.cell(column, one, whole))
                        .toList());
            }
            writer.finish();
        }
        return file;
    }

    private static String profile() {
        return Desktop.congress("default").profiles().getFirst();
    }
}
