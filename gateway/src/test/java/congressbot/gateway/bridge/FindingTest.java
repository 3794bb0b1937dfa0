package congressbot.gateway.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import congressbot.gateway.bridge.Finding.Kind;
import congressbot.gateway.bridge.Finding.Level;
import congressbot.wire.http.Body;
import congressbot.wire.http.Exchange;
import congressbot.wire.resource.ResourceFile;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {
    private static final Properties TEXTS =
            ResourceFile.beside(Finding.class, "findings.properties").properties();

    @ParameterizedTest
    @EnumSource
    void every_kind_is_said_with_all_its_details_and_with_what_to_do(Kind kind) {
        String all = TEXTS.getProperty(kind.name(), "") + TEXTS.getProperty(kind.name() + ".do", "");

        assertThat(TEXTS.getProperty(kind.name(), "")).isNotBlank();
        assertThat(TEXTS.containsKey(kind.name() + ".do")).isEqualTo(kind.level() != Level.OK);
        assertThat(IntStream.range(0, kind.details())).allMatch(i -> all.contains("{" + i + "}"));
        assertThat(all).doesNotContain("{" + kind.details() + "}");
    }

    @Test
    void a_finding_has_what_its_text_names() {
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.of(Kind.REACHABLE));
    }

    @Test
    void a_probe_tells_what_the_running_gateway_knows() {
        assertThat(probed(200)).isEqualTo(Kind.PROBE_TAKEN);
        assertThat(probed(401)).isEqualTo(Kind.PROBE_REFUSED);
        assertThat(probed(404)).isEqualTo(Kind.PROBE_NOWHERE);
        assertThat(probed(503)).isEqualTo(Kind.PROBE_FAILED);
        assertThat(Finding.ofProbe(new Exchange.NotSent("ConnectException"), "/webhooks/x"))
                .isEqualTo(Finding.of(Kind.PROBE_UNANSWERED, "/webhooks/x", "ConnectException"));
    }

    private static Kind probed(int status) {
        return Finding.ofProbe(new Exchange.Answered(status, Map.of(), Body.EMPTY), "/webhooks/x")
                .kind();
    }
}
