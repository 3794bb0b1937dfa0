package congressbot.gateway.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaSealTest {
    private static final Instance GOWA = Instance.parse("gowa");
    private static final String PLACE = "statics/media/crachá.jpg";

    private static final MediaSeal SEAL = new MediaSeal(new Secret("0123456789abcdef0123456789abcdef"));

    @Test
    void a_sealed_place_comes_back() {
        String ref = SEAL.seal(GOWA, PLACE);

        assertThat(SEAL.open(GOWA, ref)).contains(PLACE);
    }

    @Test
    void the_reference_shows_nothing_and_fits_into_a_path() {
        String ref = SEAL.seal(GOWA, PLACE);

        assertThat(ref).matches("[A-Za-z0-9_-]+").isNotEqualTo(SEAL.seal(GOWA, PLACE));
    }

    @Test
    void another_bridge_or_another_key_cannot_open_it() {
        MediaSeal other = new MediaSeal(new Secret("fedcba9876543210fedcba9876543210"));
        String ref = SEAL.seal(GOWA, PLACE);

        assertThat(SEAL.open(Instance.parse("gowa:norte"), ref)).isEmpty();
        assertThat(other.open(GOWA, ref)).isEmpty();
    }

    static Stream<String> forgeries() {
        String ref = SEAL.seal(GOWA, PLACE);
        char first = ref.charAt(0) == 'A' ? 'B' : 'A';
        char middle = ref.charAt(30) == 'A' ? 'B' : 'A';
        return Stream.of(
                "",
                "A",
                "statics/media/a.jpg",
                "AAAAAAAAAAAAAAAA",
                "A".repeat(64),
                first + ref.substring(1),
                ref.substring(0, 30) + middle + ref.substring(31),
                ref.substring(0, ref.length() - 4),
                ref + "AAAA",
                ref + "é");
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forged_reference_opens_nothing(String ref) {
        assertThat(SEAL.open(GOWA, ref)).isEmpty();
    }
}
