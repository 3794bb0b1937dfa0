package congressbot.wire.bot;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeRequestTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void a_webhook_is_kept_whole() {
        byte[] raw = "x".repeat(MIB).getBytes(StandardCharsets.UTF_8);

        assertThat(IntakeRequest.of(raw, List.of("{}")).body()).isEqualTo(raw);
    }

    /// Else no message with a large file inside could be stored at all.
    @Test
    void of_one_with_a_file_inside_the_end_is_kept() {
        byte[] raw = ("file".repeat(10 * MIB) + "what tells of it").getBytes(StandardCharsets.UTF_8);

        IntakeRequest request = IntakeRequest.of(raw, List.of("{}"));

        assertThat(request.body()).hasSize(MIB).endsWith("what tells of it".getBytes(StandardCharsets.UTF_8));
        assertThat(Json.write(request).length()).isLessThan(IntakeRequest.MAX_BYTES);
    }
}
