package congressbot.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WellFormedTest {
    private static final String BROKEN = "a\u0000\uD83Db\uDE00";
    private static final String REPAIRED = "a\uFFFD\uFFFDb\uFFFD";

    @Test
    void nul_and_lone_surrogates_are_replaced() {
        assertThat(WellFormed.text(BROKEN)).isEqualTo(REPAIRED);
    }

    @Test
    void everything_else_stays_as_it_is() {
        String text = "São João 😀 \n\t\u0007 \uFFFD";

        assertThat(WellFormed.text(text)).isSameAs(text);
    }

    @Test
    void a_cut_halves_no_character() {
        assertThat(WellFormed.cut("ab😀", 4)).isEqualTo("ab😀");
        assertThat(WellFormed.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(WellFormed.cut("ab😀", 2)).isEqualTo("ab");
    }

    static Stream<Content> contents_with_broken_text() {
        Optional<String> broken = Optional.of(BROKEN);
        return Stream.of(
                new Content.Text(BROKEN),
                new Content.Audio(BROKEN, broken, Optional.empty(), broken, broken),
                new Content.Image(BROKEN, broken),
                new Content.Document(BROKEN, broken, broken),
                new Content.Location(0, 0, broken, broken),
                new Content.Contact(BROKEN, broken),
                new Content.Choice(BROKEN, BROKEN),
                new Content.Reaction(BROKEN, BROKEN),
                new Content.Edited(BROKEN, BROKEN),
                new Content.Deleted(BROKEN),
                new Content.FromStaff(BROKEN),
                new Content.Unsupported(BROKEN));
    }

    @ParameterizedTest
    @MethodSource("contents_with_broken_text")
    void no_broken_text_stands_in_an_envelope(Content content) {
        String json = Json.write(envelope(content, BROKEN));

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
        assertThat(json).contains(REPAIRED).doesNotContain("\\u0000", "\\uD83D", "\\ud83d");
    }

    @Test
    void a_sender_name_has_a_limit() {
        IncomingMessage message = envelope(new Content.Text("oi"), "M".repeat(1_000));

        assertThat(message.senderName().orElseThrow()).hasSize(IncomingMessage.MAX_SENDER_NAME);
    }

    private static IncomingMessage envelope(Content content, String senderName) {
        ChannelName gowa = new ChannelName("gowa");
        Instant now = Instant.parse("2026-11-20T18:31:02Z");
        return new IncomingMessage(
                IncomingMessage.VERSION,
                gowa,
                "5585911110000",
                new ConversationId(gowa, "5585911110000", "184467440737095@lid"),
                "184467440737095@lid",
                List.of("184467440737095@lid"),
                new MessageId(gowa, "5585911110000", "3A5F"),
                content,
                Optional.of(senderName),
                Optional.empty(),
                now,
                now,
                "r-1");
    }
}
