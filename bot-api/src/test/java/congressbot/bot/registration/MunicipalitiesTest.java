package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MunicipalitiesTest {
    @Test
    void every_state_has_a_name_and_one_capital() {
        assertThat(Sample.MUNICIPALITIES.states())
                .extracting(Municipalities.State::code)
                .containsExactly(Uf.values());
        assertThat(Sample.MUNICIPALITIES.all().stream().filter(Sample.MUNICIPALITIES::isCapital))
                .hasSize(Uf.values().length)
                .extracting(Municipality::state)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_list_is_whole_and_every_code_is_there_once() {
        assertThat(Sample.MUNICIPALITIES.all())
                .hasSize(5_571)
                .extracting(Municipality::code)
                .doesNotHaveDuplicates();
    }
}
