package congressbot.bot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.message.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Texts TEXTS = Texts.load(Language.PORTUGUESE);

    @Test
    void the_variant_follows_the_attempt_and_begins_again() {
        Text text = Text.of("talk.thanks");

        assertThat(TEXTS.render(text.at(0))).isEqualTo("Por nada! 😊");
        assertThat(TEXTS.render(text.at(1))).isEqualTo("Eu que agradeço!");
        assertThat(TEXTS.render(text.at(2))).isEqualTo("Por nada! 😊");
    }

    @Test
    void a_value_is_never_read_as_a_placeholder() {
        Text text = Text.of("taken-down.name", Map.of("first", "{value} $1 \\", "value", "x"));

        assertThat(TEXTS.render(text)).isEqualTo("Prazer, {value} $1 \\!");
    }

    @Test
    void a_missing_sentence_or_value_is_refused() {
        assertThatThrownBy(() -> TEXTS.render(Text.of("no.such.key"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TEXTS.render(Text.of("taken-down.name"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reply_numbers_its_options_and_repeats_nothing() {
        Text thanks = Text.of("talk.thanks");

        String reply = TEXTS.reply(
                List.of(thanks, thanks),
                Optional.of(Text.of("ask.register")),
                List.of(new Option("sim", "Sim"), new Option("nao", "Não")));

        assertThat(reply).isEqualTo("Por nada! 😊\n\nQuer se inscrever agora?\n\n1. Sim\n2. Não");
    }

    @Test
    void when_a_reply_is_too_long_the_question_stays() {
        Text first = Text.of("taken-down.name", Map.of("first", "a".repeat(3_000)));
        Text second = Text.of("taken-down.name", Map.of("first", "b".repeat(3_000)));

        String reply = TEXTS.reply(List.of(first, second), Optional.of(Text.of("ask.name")), List.of());

        assertThat(reply)
                .hasSizeLessThanOrEqualTo(Texts.MAX_REPLY)
                .contains("bbb")
                .doesNotContain("aaa")
                .endsWith("*nome completo*?");
    }

    @Test
    void one_endless_sentence_is_cut_between_characters() {
        Text endless = Text.of("taken-down.name", Map.of("first", "x" + "😀".repeat(3_000)));

        String reply = TEXTS.reply(List.of(endless), Optional.empty(), List.of());

        assertThat(reply).hasSizeLessThanOrEqualTo(Texts.MAX_REPLY).endsWith("😀…");
    }

    @Test
    void nothing_to_say_is_empty() {
        assertThat(TEXTS.reply(List.of(), Optional.empty(), List.of())).isEmpty();
    }

    @Test
    void the_text_form_hides_the_values() {
        assertThat(Text.of("taken-down.name", Map.of("first", "Maria")).toString())
                .doesNotContain("Maria");
    }

    @Test
    void a_variant_needs_no_value_that_its_first_form_lacks() {
        Set<String> always = Set.of("congress", "short", "contact", "controller");

        for (String key : TEXTS.keys()) {
            Set<String> known = new HashSet<>(always);
            known.addAll(TEXTS.placeholders(key, 1));
            for (int variant = 2; variant <= TEXTS.variants(key); variant++) {
                assertThat(known).as(key).containsAll(TEXTS.placeholders(key, variant));
            }
        }
    }

    @Test
    void the_variants_of_a_key_are_numbered_without_a_gap() {
        int sentences = TEXTS.keys().stream().mapToInt(TEXTS::variants).sum();

        assertThat(TEXTS.size()).isEqualTo(sentences);
    }

    @ParameterizedTest
    @EnumSource(names = "PORTUGUESE", mode = EnumSource.Mode.EXCLUDE)
    void every_language_has_the_same_sentences_with_the_same_values(Language language) {
        Texts other = Texts.load(language);

        assertThat(other.keys()).containsExactlyInAnyOrderElementsOf(TEXTS.keys());
        for (String key : TEXTS.keys()) {
            assertThat(other.variants(key)).as(key).isEqualTo(TEXTS.variants(key));
            for (int variant = 1; variant <= TEXTS.variants(key); variant++) {
                assertThat(other.placeholders(key, variant))
                        .as(key + " " + variant)
                        .isEqualTo(TEXTS.placeholders(key, variant));
            }
        }
    }
}
