package congressbot.gateway.bridge.gowa;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
    private static final String GENUINE = "sha256=b3e635e55b472fd736f9dafa095e6740fa54ea7108f591bbeab13ff7d3b2f6d6";
    private static final Secret OTHER = new Secret("another-secret-of-more-than-32-characters");

    private final byte[] body = Webhooks.recorded("signed-vector").getBytes(StandardCharsets.UTF_8);
    private final Signature signature = new Signature(List.of(Webhooks.SECRET));

    @Test
    void the_bridges_own_signature_proves_the_body() {
        assertThat(body).hasSize(283);
        assertThat(signature.proves(body, Optional.of(GENUINE))).isTrue();
    }

    @Test
    void a_missing_header_proves_nothing() {
        assertThat(signature.proves(body, Optional.empty())).isFalse();
    }

    static Stream<String> forgeries() {
        String hex = GENUINE.substring("sha256=".length());
        return Stream.of(
                "",
                hex,
                "sha256=",
                "sha256=" + hex.toUpperCase(Locale.ROOT),
                "SHA256=" + hex,
                "sha1=" + hex,
                "sha512=" + hex,
                GENUINE.substring(0, GENUINE.length() - 1),
                GENUINE.substring(0, GENUINE.length() - 2),
                GENUINE + "0",
                GENUINE + " ",
                " " + GENUINE,
                GENUINE + "," + GENUINE,
                "sha256=" + hex.substring(0, 63) + "g",
                "sha256=" + "0".repeat(64),
                "sha256=" + hex.replace('b', 'c'));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void only_the_exact_form_proves(String header) {
        assertThat(signature.proves(body, Optional.of(header))).isFalse();
    }

    @Test
    void every_altered_byte_is_noticed() {
        for (int at = 0; at < body.length; at++) {
            byte[] altered = body.clone();
            altered[at] ^= 1;

            assertThat(signature.proves(altered, Optional.of(GENUINE))).isFalse();
        }
    }

    @Test
    void another_key_proves_nothing() {
        assertThat(new Signature(List.of(OTHER)).proves(body, Optional.of(GENUINE)))
                .isFalse();
    }

    @Test
    void while_keys_are_exchanged_both_prove() {
        Signature both = new Signature(List.of(OTHER, Webhooks.SECRET));

        assertThat(both.proves(body, Optional.of(GENUINE))).isTrue();
        assertThat(both.proves(body, Optional.of(Webhooks.signature(body, OTHER))))
                .isTrue();
    }
}
