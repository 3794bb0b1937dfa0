package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import congressbot.bot.testing.LogLines;
import org.junit.jupiter.api.Test;

class LogMailerTest {
    @Test
    void its_line_masks_the_address_and_holds_no_content() {
        try (LogLines lines = LogLines.of(LogMailer.class)) {
            new LogMailer().send(Samples.confirmation());

            ILoggingEvent line = lines.events().getFirst();
            assertThat(lines.events()).hasSize(1);
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                    .contains("c***@ufg.br", Samples.KEY)
                    .doesNotContain("conceicao", "Conceição", "Congresso");
        }
    }
}
