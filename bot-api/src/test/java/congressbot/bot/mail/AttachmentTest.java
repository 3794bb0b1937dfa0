package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b.json", "a.json\r\nBcc: eve@example.org", "\"a\".json", "../a.json", "á.json", ".a"})
    void a_name_that_could_break_a_header_is_refused(String name) {
        assertThatThrownBy(() -> new Attachment(name, "application/json", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/json; name=x", "application/json\r\nBcc: eve@example.org"})
    void a_type_that_could_break_a_header_is_refused(String type) {
        assertThatThrownBy(() -> new Attachment("a.json", type, "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_limit_counts_bytes() {
        String whole = "é".repeat(Attachment.MAX_BYTES / 2);

        assertThat(new Attachment("a.json", "application/json", whole).bytes()).hasSize(Attachment.MAX_BYTES);
        assertThatThrownBy(() -> new Attachment("a.json", "application/json", whole + "é"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_is_in_no_log() {
        assertThat(new Attachment("a.json", "application/json", "Maria").toString())
                .isEqualTo("Attachment[a.json]");
    }
}
