package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    @Test
    void it_holds_every_fact_that_the_mail_tells() {
        Mail mail = Samples.confirmation();

        assertThat(mail.to()).isEqualTo("conceicao@ufg.br");
        assertThat(mail.values())
                .containsEntry("name", "Conceição D'Ávila Araújo")
                .containsEntry("firstName", "Conceição")
                .containsEntry("number", "128")
                .containsEntry("dates", "12 a 14 de novembro de 2026")
                .containsEntry("place", "Centro de Convenções da UFG, Av. Esperança, s/n, Câmpus Samambaia, Goiânia/GO")
                .containsEntry("profile", "Estudante de pós-graduação")
                .containsEntry("city", "Goiânia/GO")
                .containsEntry("contact", "Comissão organizadora · contato@congresso.example · +55 62 3521-0000");
    }

    @Test
    void the_cpf_is_not_in_it() {
        assertThat(Samples.confirmation().values().toString()).doesNotContain(Samples.CPF, "529.982");
    }

    @Test
    void a_mail_shows_nothing_personal_in_a_log() {
        assertThat(Samples.confirmation().toString()).doesNotContain("ufg.br", "Conceição");
    }

    @Test
    void a_country_is_named_in_the_language_of_the_mail() {
        assertThat(Samples.foreignersConfirmation(Language.PORTUGUESE).values())
                .containsEntry("city", "Köln, Alemanha");
        assertThat(Samples.foreignersConfirmation(Language.ENGLISH).values()).containsEntry("city", "Köln, Germany");
        assertThat(Samples.foreignersConfirmation(Language.SPANISH).values()).containsEntry("city", "Köln, Alemania");
    }

    @Test
    void days_are_spelled_in_every_language() {
        LocalDate first = LocalDate.of(2026, 12, 30);
        Days english = new Days(Phrases.load(Language.ENGLISH));
        Days spanish = new Days(Phrases.load(Language.SPANISH));

        assertThat(english.between(first, first)).isEqualTo("30 December 2026");
        assertThat(english.between(first, first.plusDays(3))).isEqualTo("30 December 2026 to 2 January 2027");
        assertThat(spanish.between(first.minusMonths(1), first))
                .isEqualTo("30 de noviembre al 30 de diciembre de 2026");
    }

    @Test
    void days_name_the_month_and_the_year_once() {
        Days days = new Days(Phrases.load(Language.PORTUGUESE));
        LocalDate first = LocalDate.of(2026, 12, 30);

        assertThat(days.between(first, first)).isEqualTo("30 de dezembro de 2026");
        assertThat(days.between(first, first.plusDays(1))).isEqualTo("30 a 31 de dezembro de 2026");
        assertThat(days.between(first, first.plusDays(3))).isEqualTo("30 de dezembro de 2026 a 2 de janeiro de 2027");
        assertThat(days.between(first.minusMonths(1), first)).isEqualTo("30 de novembro a 30 de dezembro de 2026");
    }
}
