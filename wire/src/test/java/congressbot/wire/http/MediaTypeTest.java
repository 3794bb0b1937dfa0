package congressbot.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "4f67675300020000000000000000, OGG",
        "49443303000000000000, MPEG",
        "fffb90640000, MPEG",
        "fff3e8c40000, MPEG",
        "fffd80040000, MPEG",
        "000001ba4400, MPEG",
        "00000020667479704d344120, MP4",
        "000000186674797069736f6d, MP4",
        "52494646240000005741564566, WAV",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
        "664c614300000022, FLAC",
        "ffd8ffe000104a464946, JPEG",
        "89504e470d0a1a0a, PNG",
        "474946383961, GIF",
        "52494646240000005745425056, WEBP",
        "255044462d312e37, PDF",
        "1a45dfa39f4286810142f7810142f2810442f3810842828 86d6174726f736b61, OTHER",
        "000000186674797068656963, OTHER",
        "fff15080, OTHER",
        "ffff, OTHER",
        "3c68746d6c3e, OTHER",
        "4f6767, OTHER",
        "'', OTHER"
    })
    void a_file_is_what_its_first_bytes_say(String hex, MediaType type) {
        Body file = Body.of(HexFormat.of().parseHex(hex.replace(" ", "")));

        assertThat(MediaType.of(file)).isEqualTo(type);
    }

    @Test
    void what_can_be_heard_is_told_from_what_can_be_seen() {
        assertThat(MediaType.OGG.isAudio()).isTrue();
        assertThat(MediaType.JPEG.isAudio()).isFalse();
        assertThat(MediaType.OTHER.isAudio()).isFalse();
    }
}
