package congressbot.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Words WORDS = Words.load(Language.PORTUGUESE);

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void every_list_has_words_that_can_be_met(Meaning meaning) {
        assertThat(WORDS.of(meaning)).isNotEmpty().doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                "Sim",
                "SIM!!!",
                "sim, por favor",
                "isso mesmo 👍",
                "👍🏿",
                "ok",
                "tá certo",
                "confirmo",
                "com certeza",
                "sim sim",
                "está tudo certo",
                "pode confirmar"
            })
    void a_yes_has_many_forms(String text) {
        assertThat(WORDS.is(Meaning.YES, text)).isTrue();
        assertThat(WORDS.is(Meaning.NO, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n",
                "Não",
                "nao",
                "NÃO, obrigada",
                "não está certo",
                "está errado",
                "👎",
                "agora não",
                "quero corrigir"
            })
    void a_no_has_many_forms(String text) {
        assertThat(WORDS.is(Meaning.NO, text)).isTrue();
        assertThat(WORDS.is(Meaning.YES, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "não sim",
                "sim, mas o e-mail está errado",
                "simone",
                "não sei",
                "talvez",
                "por favor",
                "quero"
            })
    void what_is_neither_is_no_yes(String text) {
        assertThat(WORDS.is(Meaning.YES, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cancelar", "CANCELA!", "quero cancelar minha inscrição", "cancelar, por favor", "desistir"})
    void a_command_may_be_polite(String text) {
        assertThat(WORDS.is(Meaning.CANCEL, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posso cancelar depois?", "não quero cancelar", "como cancelar", "voltar"})
    void a_sentence_about_a_command_is_none(String text) {
        assertThat(WORDS.is(Meaning.CANCEL, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quero me increver",
                "quero me inscrver",
                "fazer minha iscrição",
                "quero fazer cadasto",
                "quero partcipar"
            })
    void a_misspelt_wish_is_heard(String text) {
        assertThat(WORDS.nearlyContains(Meaning.WISH_WORDS, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Castro", "ola", "descrever", "descrição"})
    void other_words_are_no_wish(String text) {
        assertThat(WORDS.nearlyContains(Meaning.WISH_WORDS, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "kkkkkk", "KKKK", "haha", "hahahah", "rsrs", "rs", "kkk 😂", "😂😂😂", "huahuahua"})
    void laughter_is_heard(String text) {
        assertThat(WORDS.laughs(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ana", "Kaká Lima", "sim kkk", "Hannah"})
    void names_do_not_laugh(String text) {
        assertThat(WORDS.laughs(text)).isFalse();
    }
}
