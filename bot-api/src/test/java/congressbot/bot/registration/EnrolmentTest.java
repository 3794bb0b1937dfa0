package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.Step;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sample congress takes registrations from 2 November 2026 to 10 May 2027.
class EnrolmentTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T02:59:59Z, IDLE, abrem em 02/11/2026",
        "2026-11-02T03:00:00Z, ASKING_NAME, nome completo",
        "2027-05-11T02:59:59Z, ASKING_NAME, nome completo",
        "2027-05-11T03:00:00Z, IDLE, encerraram em 10/05/2027"
    })
    void a_registration_begins_only_between_the_first_and_the_last_day_at_the_congress(
            Instant now, String step, String said) {
        Facts facts = Facts.of(new Notice("2026-11", now));
        Heard wish = Sample.DIALOGUE.hear("quero me inscrever", State.START);

        Move move = Sample.DIALOGUE.next(State.START, wish, facts);

        assertThat(move.next().step().name()).isEqualTo(step);
        assertThat(Sample.reply(move)).contains(said);
    }

    @Test
    void who_began_in_time_may_finish_later() {
        Facts late = Facts.of(new Notice("2026-11", Instant.parse("2027-06-01T12:00:00Z")));
        State asked = Sample.asking(Field.NAME);

        Move move = Sample.DIALOGUE.next(asked, Sample.DIALOGUE.hear("Maria da Silva", asked), late);

        assertThat(move.next().step()).isEqualTo(Step.ASKING_EMAIL);
    }
}
