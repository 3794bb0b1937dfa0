package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import congressbot.bot.text.Tongues;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldReaderTest {
    private final FieldReader reader = new FieldReader(
            List.of("Estudante"),
            Places.of(Municipalities.load()),
            Tongues.load().of(Language.PORTUGUESE).words());

    @ParameterizedTest
    @EnumSource(Field.class)
    void what_is_longer_than_a_page_is_not_read(Field field) {
        String endless = "a@".repeat(2_000_000);

        Parsed<? extends Answer> parsed =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reader.read(field, endless));

        assertThat(parsed).isEqualTo(new Parsed.Invalid<>(Reason.TOO_LONG));
    }
}
