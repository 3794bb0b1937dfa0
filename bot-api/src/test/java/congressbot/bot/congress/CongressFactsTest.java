package congressbot.bot.congress;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Words;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CongressFactsTest {
    private static final Words WORDS = Words.load(Language.PORTUGUESE);
    private static final Congress CONGRESS =
            ((CongressFolder.Outcome.Read) CongressFolder.read(Path.of("src/test/resources/congress"))).congress();
    private static final CongressFacts FACTS = new CongressFacts(CONGRESS, WORDS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quando é o congresso?|facts.dates-and-hours",
                "Que dia começa?|facts.dates-and-hours",
                "qual o horário|facts.dates-and-hours",
                "onde vai ser?|facts.place-and-address",
                "qual o endereço do evento?|facts.place-and-address",
                "quando e onde vai ser?|facts.dates-and-place",
                "quanto custa?|facts.fee",
                "é gratuito?|facts.fee",
                "qual o valor da inscrição para estudante?|facts.fee",
                "até quando vão as inscrições?|facts.deadline",
                "qual o prazo?|facts.deadline",
                "quem pode participar?|facts.profiles",
                "estudante pode participar?|facts.profiles",
                "como falar com a organização?|facts.contact",
                "o que é o congresso?|facts.about",
                "por que precisam do cpf?|facts.privacy",
                "meus dados estão seguros? lgpd|''"
            })
    void the_description_answers(String question, String key) {
        Optional<Text> answer = FACTS.answer(question);

        assertThat(answer.map(Text::key).orElse("")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tem estacionamento?",
                "quando sai o certificado?",
                "onde fica o hotel?",
                "quanto custa o almoço?",
                "que horas é a palestra da abertura?",
                "qual o sentido da vida?",
                "quem é o presidente?",
                "",
                "😀"
            })
    void what_the_description_does_not_hold_is_not_invented(String question) {
        assertThat(FACTS.answer(question)).isEmpty();
    }

    @Test
    void a_missing_fee_is_not_answered_and_without_days_one_can_always_register() {
        Congress.Enrolment silent = new Congress.Enrolment(Optional.empty(), Optional.empty(), Optional.empty(), false);
        CongressFacts facts = new CongressFacts(with(silent), WORDS);

        assertThat(facts.answer("quanto custa?")).isEmpty();
        assertThat(facts.answer("até quando vão as inscrições?").map(Text::key)).contains("facts.open");
    }

    @Test
    void days_are_told_with_their_weekdays() {
        Text answer = FACTS.answer("quando é?").orElseThrow();

        assertThat(Texts.load(Language.PORTUGUESE).render(answer))
                .contains("terça-feira, 18 de maio de 2027", "quinta-feira, 20 de maio de 2027", "das 8h às 18h");
    }

    private static Congress with(Congress.Enrolment enrolment) {
        return new Congress(
                CONGRESS.id(),
                CONGRESS.name(),
                CONGRESS.shortName(),
                CONGRESS.description(),
                CONGRESS.start(),
                CONGRESS.end(),
                CONGRESS.hours(),
                CONGRESS.venue(),
                CONGRESS.contact(),
                enrolment,
                CONGRESS.profiles(),
                CONGRESS.controller(),
                CONGRESS.privacyUrl(),
                CONGRESS.privacyVersion(),
                CONGRESS.accounts(),
                CONGRESS.languages(),
                CONGRESS.quietHours(),
                CONGRESS.attendance());
    }
}
