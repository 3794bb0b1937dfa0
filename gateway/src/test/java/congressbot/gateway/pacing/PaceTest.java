package congressbot.gateway.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @Test
    void a_new_number_says_twice_as_much_every_day_until_it_has_its_full_share() {
        assertThat(Pace.normal().shares()).containsExactly(20, 20, 20, 31, 62, 125, 250, 500);
    }

    @Test
    void a_number_that_people_know_has_its_full_share_at_once() {
        assertThat(new Pace(20, 500, 0).shares()).containsExactly(500);
    }

    @Test
    void a_small_share_stays_small() {
        assertThat(new Pace(20, 5, 3).shares()).containsExactly(5, 5, 5, 5);
        assertThat(new Pace(20, 0, 2).shares()).containsExactly(0, 0, 0);
    }

    @Test
    void the_longest_warm_up_begins_as_any_other() {
        assertThat(new Pace(20, 10_000, 60).shares())
                .hasSize(61)
                .startsWith(20, 20)
                .endsWith(5_000, 10_000);
    }

    @Test
    void numbers_keep_a_pace_in_prod_and_not_in_dev() {
        assertThat(Pace.from(env("ENV", "dev"))).isEmpty();
        assertThat(Pace.from(env("ENV", "prod"))).contains(Pace.normal());
        assertThat(Pace.from(new Env(Map.of("ENV", "dev", "GATEWAY_PACING", "on"))))
                .contains(Pace.normal());
        assertThat(Pace.from(new Env(Map.of("ENV", "prod", "GATEWAY_PACING", "off"))))
                .isEmpty();
    }

    @Test
    void an_operator_sets_it() {
        Env env = new Env(Map.of(
                "GATEWAY_PACING", "on",
                "GATEWAY_REPLIES_PER_SECOND", "5",
                "GATEWAY_PROACTIVE_PER_DAY", "40",
                "GATEWAY_WARM_UP_DAYS", "0"));

        assertThat(Pace.from(env)).contains(new Pace(5, 40, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_REPLIES_PER_SECOND, 0",
        "GATEWAY_REPLIES_PER_SECOND, 1001",
        "GATEWAY_PROACTIVE_PER_DAY, -1",
        "GATEWAY_WARM_UP_DAYS, 61",
        "GATEWAY_PACING, maybe",
    })
    void what_makes_no_sense_is_named(String variable, String value) {
        Env env = env(variable, value);
        Pace.from(env);

        assertThatThrownBy(env::finish).isInstanceOf(InvalidConfiguration.class).hasMessageContaining(variable);
    }

    private static Env env(String variable, String value) {
        return new Env(Map.of(variable, value));
    }
}
