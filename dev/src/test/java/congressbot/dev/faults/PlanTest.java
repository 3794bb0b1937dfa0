package congressbot.dev.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    @Test
    void ten_thousand_messages_are_written_by_five_hundred_people_while_it_strikes_twenty_times() {
        Plan plan = Plan.of(Fault.WORKER_KILLED, 10_000, 1);

        assertThat(plan.people()).isEqualTo(500);
        assertThat(plan.strikes()).hasSize(20);
        assertThat(plan.messagesEach()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void people_write_until_the_last_strike(Fault fault) {
        Plan plan = Plan.of(fault, 10_000, 1);

        assertThat(plan.duration())
                .isGreaterThanOrEqualTo(
                        fault.cycle().multipliedBy(plan.strikes().size()));
    }

    @Test
    void ten_thousand_messages_take_long_enough_for_a_house_that_is_away_half_of_the_time() {
        Plan plan = Plan.of(Fault.BOT_API_KILLED, 10_000, 1);

        assertThat(plan.duration()).isEqualTo(Duration.ofSeconds(500));
        assertThat(plan.pause())
                .isEqualTo(Duration.ofSeconds(25)
                        .minus(plan.fault().cycle().multipliedBy(3).dividedBy(4)));
    }

    @Test
    void a_soak_lasts_as_long_as_its_messages() {
        assertThat(Plan.of(Fault.SOAK, 180_000, 1).duration()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_burst_is_ten_times_as_large() {
        assertThat(Plan.of(Fault.BURST, 10_000, 1).messages()).isEqualTo(100_000);
    }
}
