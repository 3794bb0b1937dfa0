package congressbot.bot.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CongressFolderTest {
    private static final String MINIMAL = """
            name: Congresso
            start: 2027-05-18
            end: 2027-05-20
            venue:
              name: Centro
              city: Goiânia
              state: GO
            contact:
              email: a@b.example
            profiles: [Estudante, Professor]
            controller: Associação
            privacyVersion: "1"
            """;

    @TempDir
    private Path folder;

    @Test
    void the_shipped_congress_is_read_and_its_days_are_right() {
        CongressFolder.Outcome outcome = CongressFolder.read(Path.of("../congress"));

        Congress congress = ((CongressFolder.Outcome.Read) outcome).congress();
        assertThat(congress.start().getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(congress.end()).isEqualTo(congress.start().plusDays(2));
        assertThat(congress.enrolment().closes())
                .as("a sample that works for ever")
                .isEmpty();
        assertThat(congress.profiles()).hasSize(6);
    }

    @Test
    void what_is_optional_may_be_missing() throws IOException {
        Congress congress = ((CongressFolder.Outcome.Read) read(MINIMAL)).congress();

        assertThat(congress.id()).isEqualTo(Congress.DEFAULT_ID);
        assertThat(congress.called()).isEqualTo("Congresso");
        assertThat(congress.contact().line()).isEqualTo("a@b.example");
    }

    @Test
    void who_answers_in_chats_and_when_may_be_said() throws IOException {
        String attended = MINIMAL + """
                attendance:
                  name: Equipe
                  hours: seg a sex, 8h às 18h
                  email: chats@b.example
                  pause: 45
                """;

        Congress congress = ((CongressFolder.Outcome.Read) read(attended)).congress();

        assertThat(congress.attendant()).isEqualTo("Equipe");
        assertThat(congress.attendance().pause()).isEqualTo(Duration.ofMinutes(45));
        assertThat(((CongressFolder.Outcome.Read) read(MINIMAL)).congress().attendant())
                .isEqualTo("Congresso");
        assertThat(problems(MINIMAL + "attendance: {pause: 2h}"))
                .containsExactly("congress.yaml:13: attendance.pause must be a number of minutes from 5 to 1440");
    }

    @Test
    void all_problems_are_told_at_once_with_their_lines() throws IOException {
        String faulty = """
                name: Congresso
                start: 2027-05-18
                end: 2027-05-17
                titel: typo
                venue:
                  name: Centro
                  city: Goiânia
                  state: Goiás
                  floor: 2
                contact:
                  name: nobody to be reached
                registration:
                  closes: tomorrow
                profiles: [Estudante, estudante, {a: b}]
                accounts: [gowa]
                privacyUrl: example.com
                privacyVersion: "1"
                """;

        assertThat(problems(faulty))
                .contains(
                        "congress.yaml:3: end is before start",
                        "congress.yaml:8: venue.state must be two capital letters",
                        "congress.yaml:11: contact needs an email, a phone or a site",
                        "congress.yaml:13: registration.closes is no date of the form 2027-05-18",
                        "congress.yaml:14: two profiles read the same",
                        "congress.yaml:14: profiles must be a list of texts",
                        "congress.yaml:15: accounts must have the form channel:account",
                        "congress.yaml:16: privacyUrl must begin with https:// or http://",
                        "congress.yaml:1: controller is missing")
                .anyMatch(problem -> problem.startsWith("congress.yaml:4: titel is unknown; known are "))
                .anyMatch(problem -> problem.startsWith("congress.yaml:9: venue.floor is unknown"))
                .hasSize(11);
    }

    @Test
    void broken_yaml_gives_its_line() throws IOException {
        assertThat(problems("name: x\nvenue: [a, b\nend: 1"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).matches("congress\\.yaml:[23]: not valid YAML: .+"));
    }

    @Test
    void a_key_written_twice_is_a_problem() throws IOException {
        assertThat(problems("name: x\nname: y"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("congress.yaml:2: "));
    }

    @Test
    void files_that_are_no_description_are_refused() throws IOException {
        assertThat(problems("")).containsExactly("congress.yaml:1: the file is empty");
        assertThat(problems("- a\n- b")).containsExactly("congress.yaml:1: keys are expected, each on a line: name: …");
        assertThat(problems("a: &x [1]\nb: *x")).containsExactly("congress.yaml:2: aliases (*name) are not used here");
        assertThat(problems("# " + "x".repeat(300_000)))
                .containsExactly("congress.yaml:1: the file is larger than 256 KiB");
        Files.write(folder.resolve("congress.yaml"), new byte[] {'a', (byte) 0xE7, 'b'});
        assertThat(((CongressFolder.Outcome.Faulty) CongressFolder.read(folder)).problems())
                .containsExactly("congress.yaml:1: the file is not written in UTF-8");
    }

    @Test
    void a_missing_file_is_a_problem() {
        CongressFolder.Outcome outcome = CongressFolder.read(folder.resolve("nowhere"));

        assertThat(((CongressFolder.Outcome.Faulty) outcome).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("congress.yaml:1: there is no such file in "));
    }

    private CongressFolder.Outcome read(String yaml) throws IOException {
        Files.writeString(folder.resolve("congress.yaml"), yaml);
        return CongressFolder.read(folder);
    }

    private List<String> problems(String yaml) throws IOException {
        return ((CongressFolder.Outcome.Faulty) read(yaml)).problems();
    }
}
