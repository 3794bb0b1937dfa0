package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.bot.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private final Phrases portuguese = Phrases.load(Language.PORTUGUESE);

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_keys_and_the_same_places_for_values(Language language) {
        Phrases phrases = Phrases.load(language);

        assertThat(phrases.keys()).isEqualTo(portuguese.keys());
        assertThat(phrases.keys())
                .allSatisfy(
                        key -> assertThat(Blanks.in(phrases.of(key))).as(key).isEqualTo(Blanks.in(portuguese.of(key))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_phrase_is_empty_or_holds_a_piece_of_a_template(Language language) {
        Phrases phrases = Phrases.load(language);

        assertThat(phrases.keys())
                .allSatisfy(key -> assertThat(phrases.of(key).replaceAll("\\{[a-zA-Z]+}", ""))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("{", "}", "[", "]"));
    }

    @Test
    void a_phrase_that_is_missing_is_told() {
        assertThatThrownBy(() -> portuguese.of("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no phrase nothing in pt-BR");
    }
}
