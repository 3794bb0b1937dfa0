package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import congressbot.bot.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys of sentences that are put together of parts.
class PromptsTest {
    @ParameterizedTest
    @EnumSource
    void a_message_may_hold_two_values_of_any_field(Language language) {
        Texts texts = Texts.load(language);

        assertThat(Field.values()).allMatch(field -> texts.variants("ask.which." + field.key()) > 0);
    }
}
