package congressbot.bot.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Brasília is three hours behind UTC.
class QuietHoursTest {
    private static final URI PUBLIC_URL = URI.create("http://localhost");

    @ParameterizedTest
    @CsvSource({
        "22:00-08:00, 2026-11-20T12:00:00Z, 2026-11-20T12:00:00Z",
        "22:00-08:00, 2026-11-21T01:00:00Z, 2026-11-21T11:00:00Z",
        "22:00-08:00, 2026-11-21T10:59:59Z, 2026-11-21T11:00:00Z",
        "22:00-08:00, 2026-11-21T11:00:00Z, 2026-11-21T11:00:00Z",
        "12:00-14:00, 2026-11-20T15:30:00Z, 2026-11-20T17:00:00Z",
        "12:00-14:00, 2026-11-20T02:00:00Z, 2026-11-20T02:00:00Z",
        "00:00-00:00, 2026-11-20T02:00:00Z, 2026-11-20T02:00:00Z"
    })
    void what_is_unasked_waits_until_they_are_over(String hours, Instant now, Instant next) throws IOException {
        assertThat(QuietHours.next(congress(hours), now)).isEqualTo(next);
    }

    @Test
    void hours_of_another_form_are_a_fault() throws IOException {
        assertThat(read("22h às 8h"))
                .isInstanceOfSatisfying(
                        CongressText.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::kind)
                                .containsExactly(Fault.Kind.NO_QUIET_HOURS));
    }

    private static Congress congress(String hours) throws IOException {
        return ((CongressText.Read) read(hours)).congress();
    }

    private static CongressText read(String hours) throws IOException {
        String yaml = Files.readString(Path.of("../congress/congress.yaml"));
        return Congresses.read(yaml + "\nquietHours: \"" + hours + "\"\n", PUBLIC_URL);
    }
}
