package congressbot.bot.llm.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redactor REDACTOR = Redactor.load();

    private static final String PUBLISHED = """
            Congresso Brasileiro de Agropecuária Sustentável 2027, de 18 a 20 de maio de 2027, das 8h às 18h.
            Centro de Convenções de Goiânia, Rua 4, 1400, Setor Central. CEP 74000-000.
            Contato: secretaria@cbas2027.example, (62) 3000-2027, @cbas2027.
            Palestra da Dra. Rosa Tavares sobre a soja. Ônibus de Santos e de Ribeirão Preto.
            """;

    private static final List<String> OWN = List.of(
            "Valdirênia Quaresma dos Santos", "valdi.quaresma85@gmail.com", "529.982.247-25", "+5562998765432", "Vavá");

    private static String redacted(String text) {
        return REDACTOR.redaction(OWN, PUBLISHED).redacted(text);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/llm/personal.csv", delimiter = '|', numLinesToSkip = 1)
    void what_is_personal_becomes_a_token(String text, String expected) {
        assertThat(redacted(text.replace("\\n", "\n"))).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/llm/harmless.csv", delimiter = '|', numLinesToSkip = 1)
    void what_is_harmless_stays(String text) {
        assertThat(redacted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "529\u200B.982\u200B.247-25",
                "\uFF15\uFF12\uFF19\uFF19\uFF18\uFF12\uFF12\uFF14\uFF17\uFF12\uFF15",
                "\uD835\uDFDD\uD835\uDFDA\uD835\uDFE1982247-25",
                "529.98\n2.247-25"
            })
    void a_disguised_number_is_found(String text) {
        assertThat(redacted(text)).isEqualTo("[CPF]");
    }

    @Test
    void a_name_in_odd_letters_is_found() {
        assertThat(redacted("aqui e a \uD835\uDCE5aldir\u00EAnia")).isEqualTo("aqui e a [NOME]");
    }

    @Test
    void tokens_are_told_from_words() {
        assertThat(Token.isIn("me chamo [NOME]")).isTrue();
        assertThat(Token.isIn("[texto]")).isFalse();
    }
}
