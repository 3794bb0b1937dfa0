package congressbot.wire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SendCauseTest {
    @ParameterizedTest
    @CsvSource({
        "r:gowa:5585911110000:3A5F, REPLY, true",
        "r:gowa:5585911110000:3A5F:replay, REPLY, true",
        "d:gowa:5585911110000:3A5F, APOLOGY, true",
        "p:w:7:4f2, BY_A_PERSON, true",
        "p:begun:9, BY_A_PERSON, true",
        "a:12:7, LATE_ANSWER, false",
        "n:12:7, OTHER, false",
        "reply, OTHER, false",
        "R:1, OTHER, false",
    })
    void a_key_tells_why_something_is_sent(String key, SendCause cause, boolean awaited) {
        assertThat(SendCause.of(key)).isEqualTo(cause);
        assertThat(cause.awaited()).isEqualTo(awaited);
    }

    @ParameterizedTest
    @EnumSource(SendCause.class)
    void a_key_that_is_made_is_read_as_it_was_meant(SendCause cause) {
        assertThat(SendCause.of(cause.key("7"))).isEqualTo(cause);
    }

    @Test
    void nothing_is_known_of_an_empty_key() {
        assertThat(SendCause.of("")).isEqualTo(SendCause.OTHER);
    }
}
