package congressbot.bot.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.sheet.Broken.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {"a;b\n1;2\n", "a,b\r\n1,2\r\n", "a\tb\r1\t2", "sep=|\na|b\n1|2", "\"a\";b;;\n\n;;\n1;\"2\"\n\n"})
    void columns_are_told_apart_however_they_are_separated(String content) throws IOException {
        assertThat(rows(text(content))).containsExactly("a|b", "1|2");
    }

    @Test
    void quotes_hold_separators_ends_of_lines_and_quotes() throws IOException {
        assertThat(rows(text("\"a;\"\"b\"\"\nc\";d\"e;\"f\"g\n"))).containsExactly("a;\"b\"\nc|d\"e|fg");
    }

    @Test
    void what_we_write_is_read_as_it_was_written() throws IOException {
        List<Cell> cells = List.of(
                new Cell.Whole(12),
                new Cell.Text("00123"),
                new Cell.Text("<a & \"b\">; c\nd 🎉"),
                new Cell.Text("=1+1"),
                new Cell.Moment(Instant.parse("2026-11-20T15:05:00Z")));

        assertThat(rows(file(out -> write(new XlsxWriter(out, "S", ZONE), cells))))
                .containsExactly("12|00123|<a & \"b\">; c\nd 🎉|=1+1|46346.50347222222");
        assertThat(rows(file(out -> write(
                        new CsvWriter(
                                out,
                                DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT)
                                        .withZone(ZONE)),
                        cells))))
                .containsExactly("12|00123|<a & \"b\">; c\nd 🎉|'=1+1|20/11/2026 12:05");
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "'  \n\n', EMPTY", "'a;\"b', OPEN_QUOTE", "'PK', UNREADABLE", "'%PDF-1.7 \0\0', UNREADABLE"
    })
    void what_is_no_list_is_refused(String content, Why why) throws IOException {
        if (content.equals("PK")) {
            assertRefused(bytes(new byte[] {'P', 'K', 0, 0, (byte) 0x81, 0}), why);
        } else {
            assertRefused(text(content), why);
        }
    }

    @Test
    void bytes_of_no_encoding_are_refused() throws IOException {
        assertRefused(bytes(new byte[] {'N', 'o', 'm', 'e', (byte) 0x81, (byte) 0x8D}), Why.UNREADABLE);
        assertRefused(
                bytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3, '(', '\n'}), Why.UNREADABLE);
        assertRefused(bytes("Nome;E-mail".getBytes(StandardCharsets.UTF_16LE)), Why.UNREADABLE);
    }

    @Test
    void files_of_old_excel_and_locked_ones_are_refused() throws IOException {
        assertRefused(
                bytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, 0, 0}), Why.OLD_OR_LOCKED);
    }

    @Test
    void what_is_too_much_is_refused() throws IOException {
        assertRefused(text("a;b\n1;" + "x".repeat(Limits.CELL + 1)), Why.CELL_TOO_LONG);
        assertRefused(text("a;b\n1;\"" + "x".repeat(5_000_000)), Why.CELL_TOO_LONG);
        assertRefused(text("a" + ";b".repeat(Limits.COLUMNS)), Why.TOO_MANY_COLUMNS);
        assertRefused(text("a;b" + ";".repeat(5_000_000)), Why.TOO_MANY_COLUMNS);
        assertRefused(text("a;b\n" + "1;2\n".repeat(Limits.ROWS)), Why.TOO_MANY_ROWS);
    }

    @Test
    void two_hundred_thousand_rows_are_taken() throws IOException {
        assertThat(rows(text("a;b\n" + "1;2\n".repeat(Limits.ROWS - 1)))).hasSize(Limits.ROWS);
    }

    @Test
    void an_archive_without_a_sheet_is_damaged() throws IOException {
        assertRefused(file(out -> zip(out, "hello.txt", "hello")), Why.DAMAGED);
        assertRefused(bytes(new byte[] {'P', 'K', 3, 4, 0, 0, 0}), Why.DAMAGED);
        byte[] whole =
                Files.readAllBytes(file(out -> write(new XlsxWriter(out, "S", ZONE), List.of(new Cell.Whole(1)))));
        assertRefused(bytes(Arrays.copyOf(whole, whole.length - 30)), Why.DAMAGED);
    }

    @Test
    void a_file_that_breaks_off_is_no_whole_one() throws IOException {
        Path half = file(out -> {
            XlsxWriter writer = new XlsxWriter(out, "S", ZONE);
            for (int row = 0; row < 1_000; row++) {
                writer.row(List.of(new Cell.Whole(row)));
            }
        });

        assertThatThrownBy(() -> rows(half)).isInstanceOf(Broken.class);
    }

    @Test
    void bombs_do_not_go_off() throws IOException {
        Path inflating = file(out -> zip(out, "xl/worksheets/sheet1.xml", " ".repeat(60_000_000)));
        Path many = file(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < 5_000; i++) {
                    zip.putNextEntry(new ZipEntry("x" + i));
                    zip.write('x');
                }
            }
        });
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";

        assertRefused(inflating, Why.HOSTILE);
        assertRefused(many, Why.HOSTILE);
        assertRefused(sheet(laughs), Why.HOSTILE);
        assertRefused(
                sheet(new String(laughs.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)),
                Why.HOSTILE);
        assertRefused(sheet("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>"), Why.HOSTILE);
    }

    @Test
    void a_formula_is_given_on_as_what_it_is_and_numbers_without_exponents() throws IOException {
        Path file = sheet("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="str"><f>HYPERLINK("http://mau.example")</f><v>ok</v></c><c r="B1"><v>5.2998224725E10</v></c>
                <c r="C1"><v>1E+300</v></c><c r="D1" t="b"><v>1</v></c></row></sheetData></worksheet>""");

        assertThat(rows(file)).containsExactly("=HYPERLINK(\"http://mau.example\")|52998224725|1E+300|1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "NaN", "0x10", "--", ""})
    void an_odd_number_does_no_harm(String number) throws IOException {
        Path file = sheet("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\"><v>" + number + "</v></c></row></sheetData></worksheet>");
        try {
            assertThat(String.join("", rows(file))).hasSizeLessThan(20);
        } catch (Broken broken) {
            assertThat(broken.why()).isEqualTo(Why.DAMAGED);
        }
    }

    @Test
    void a_cell_far_to_the_right_is_refused() throws IOException {
        assertRefused(sheet("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>"""), Why.TOO_MANY_COLUMNS);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "0, 1", "-1, 1"})
    void rows_that_do_not_stand_one_below_the_other_are_damaged(String first, String second) throws IOException {
        assertRefused(sheet("""
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="FIRST"><c><v>1</v></c></row><row r="SECOND"><c><v>2</v></c></row></sheetData></worksheet>""".replace("FIRST", first).replace("SECOND", second)), Why.DAMAGED);
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static void write(SheetWriter writer, List<Cell> cells) throws IOException {
        writer.row(cells);
        writer.finish();
    }

    private static void zip(OutputStream out, String name, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// A workbook with this as its sheet.
    private Path sheet(String xml) throws IOException {
        Path plain = file(out -> write(new XlsxWriter(out, "S", ZONE), List.of(new Cell.Whole(1))));
        return file(out -> {
            try (ZipFile from = new ZipFile(plain.toFile());
                    ZipOutputStream to = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(from.entries())) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    boolean sheet = entry.getName().endsWith("sheet1.xml");
                    to.write(
                            sheet
                                    ? xml.getBytes(StandardCharsets.ISO_8859_1)
                                    : from.getInputStream(entry).readAllBytes());
                }
            }
        });
    }

    private Path file(Content content) throws IOException {
        Path file = Files.createTempFile(folder, "sheet", "");
        try (OutputStream out = Files.newOutputStream(file)) {
            content.to(out);
        }
        return file;
    }

    private Path bytes(byte[] content) throws IOException {
        return file(out -> out.write(content));
    }

    private Path text(String content) throws IOException {
        return bytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        SheetFile.read(file, (_, cells) -> rows.add(String.join("|", cells)));
        return rows;
    }

    private static void assertRefused(Path file, Why why) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).isEqualTo(why));
    }
}
