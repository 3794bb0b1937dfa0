package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers to the questions that came between.
class PendingsTest {
    private static final Pending SILVANA = new Pending.RestOf(Field.NAME, "Silvana");
    private static final Pending NUMBER = new Pending.RestOf(Field.PHONE, "998765432");
    private static final Pending TOOWOOMBA = new Pending.RestOf(Field.CITY, "Toowoomba");
    private static final Municipality IN_PIAUI = new Municipality(2201903, "Bom Jesus", Uf.PI);
    private static final Municipality IN_RIO_GRANDE = new Municipality(4302303, "Bom Jesus", Uf.RS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prado|Silvana Prado",
                "dos santos lima|Silvana dos Santos Lima",
                "é Prado|Silvana Prado",
                "Silvana Prado|Silvana Prado",
                "meu nome é Ana Lima|Ana Lima"
            })
    void the_surname_completes_the_name(String text, String name) {
        assertThat(hear(text, Field.NAME, SILVANA)).isEqualTo(given(new FullName(name)));
    }

    @ParameterizedTest
    @CsvSource({"oi,Greeting", "obrigada,SmallTalk", "voltar,Ordered", "quanto custa?,Question"})
    void talk_is_no_surname(String text, String heard) {
        assertThat(hear(text, Field.NAME, SILVANA).getClass().getSimpleName()).isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"62", "DDD 62", "(62)", "062", "é 62"})
    void the_area_code_completes_the_phone(String text) {
        assertThat(hear(text, Field.PHONE, NUMBER)).isEqualTo(given(Sample.PHONE));
    }

    @Test
    void an_area_code_that_nobody_has_is_told_so() {
        Heard heard = hear("20", Field.PHONE, NUMBER);

        assertThat(heard)
                .isEqualTo(new Heard.Given(
                        Told.of(Field.PHONE, new Parsed.Invalid<Phone>(Reason.PHONE_AREA_CODE_UNKNOWN))));
    }

    @Test
    void the_whole_number_may_come_instead() {
        Heard heard = hear("(62) 98111-2233", Field.PHONE, NUMBER);

        assertThat(heard).isEqualTo(given(new Phone(new PhoneNumber("+5562981112233"))));
    }

    @Test
    void the_country_completes_a_city_that_we_do_not_know() {
        assertThat(hear("Austrália", Field.CITY, TOOWOOMBA)).isEqualTo(given(new Abroad("Toowoomba", "AU")));
        assertThat(hear("Goiânia", Field.CITY, TOOWOOMBA)).isEqualTo(given(Sample.REGISTRATION.city()));
    }

    @ParameterizedTest
    @CsvSource({"FX123456,FX123456", "é o fx 123456,FX123456", "meu passaporte é AB654321,AB654321"})
    void the_passport_is_taken_where_it_was_asked_for(String text, String number) {
        assertThat(hear(text, Field.CPF, new Pending.PassportInstead())).isEqualTo(given(new Passport(number)));
    }

    @Test
    void a_cpf_may_turn_up_after_all() {
        Heard heard = hear("529.982.247-25", Field.CPF, new Pending.PassportInstead());

        assertThat(heard).isEqualTo(given(new Cpf("52998224725")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Piauí", "PI", "no piaui", "1", "a primeira", "do Piauí, não do Rio Grande", "Bom Jesus PI"})
    void the_state_picks_the_city(String text) {
        Pending choice = new Pending.ChooseOne(List.of(IN_PIAUI, IN_RIO_GRANDE));

        assertThat(hear(text, Field.CITY, choice)).isEqualTo(given(IN_PIAUI));
    }

    @Test
    void a_state_that_was_not_offered_is_told_so() {
        Heard heard = hear("Bahia", Field.CITY, new Pending.ChooseOne(List.of(IN_PIAUI, IN_RIO_GRANDE)));

        assertThat(heard)
                .isEqualTo(new Heard.Given(Told.of(Field.CITY, new Parsed.Invalid<Place>(Reason.STATE_NOT_OFFERED))));
    }

    @Test
    void one_of_two_documents_is_picked_by_number_or_typed() {
        Cpf one = new Cpf("52998224725");
        Cpf other = new Cpf("11144477735");
        Pending choice = new Pending.ChooseOne(List.of(one, other));

        assertThat(hear("2", Field.CPF, choice)).isEqualTo(given(other));
        assertThat(hear("529.982.247-25", Field.CPF, choice)).isEqualTo(given(one));
        assertThat(hear("nenhum deles", Field.CPF, choice))
                .isEqualTo(new Heard.Given(Told.of(Field.CPF, new Parsed.Invalid<Cpf>(Reason.CPF_NOT_OFFERED))));
    }

    private static Heard hear(String text, Field asked, Pending pending) {
        return Sample.DIALOGUE.hear(text, Sample.asking(asked).with(Optional.of(pending)));
    }

    private static Heard given(Answer answer) {
        return new Heard.Given(Told.of(answer));
    }
}
