package congressbot.gateway.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.http.Body;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrDrawingTest {
    /// As long as WhatsApp's own: a reference, three keys in Base64, and what they are for.
    private static final String TEXT = "2@" + "aB3+/".repeat(45) + "=,1";

    private static final int WHITE = 0xFFFFFFFF;
    private static final int TRANSPARENT = 0x00FFFFFF;

    private static final QrDrawing EXPECTED = QrDrawing.of(Body.of(QrPictures.png(TEXT, 10, 4)));

    @Test
    void a_code_is_drawn_with_its_quiet_zone_and_can_be_read_again() {
        QrDrawing.Drawn drawn = (QrDrawing.Drawn) EXPECTED;

        assertThat(drawn.path()).startsWith("M4 4h7v1h-7z");
        assertThat(QrDrawing.of(Body.of(QrPictures.bytes(painted(drawn))))).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "4, 0", "5, 1", "8, 2", "10, 4", "6, 20"})
    void pictures_of_all_scales_and_margins_are_read(int scale, int margin) {
        assertThat(QrDrawing.of(Body.of(QrPictures.png(TEXT, scale, margin)))).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({"256", "300", "333", "512"})
    void a_picture_scaled_to_any_size_is_read(int side) {
        BufferedImage image = QrPictures.picture(TEXT, 16, 4, BufferedImage.TYPE_INT_RGB, WHITE);

        assertThat(QrDrawing.of(Body.of(QrPictures.bytes(QrPictures.scaled(image, side)))))
                .isEqualTo(EXPECTED);
    }

    @Test
    void two_colours_grey_and_transparent_ones_are_read() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY}) {
            assertThat(QrDrawing.of(Body.of(QrPictures.bytes(QrPictures.picture(TEXT, 6, 4, type, WHITE)))))
                    .isEqualTo(EXPECTED);
        }
        BufferedImage clear = QrPictures.picture(TEXT, 6, 0, BufferedImage.TYPE_INT_ARGB, TRANSPARENT);
        assertThat(QrDrawing.of(Body.of(QrPictures.bytes(clear)))).isEqualTo(EXPECTED);
    }

    @Test
    void what_nobody_here_can_read_is_shown_as_it_came() {
        byte[] blank = QrPictures.bytes(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB));
        byte[] huge = QrPictures.bytes(new BufferedImage(4_000, 10, BufferedImage.TYPE_BYTE_BINARY));
        byte[] whole = QrPictures.png(TEXT, 8, 4);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        for (byte[] picture : new byte[][] {blank, huge, half, {1, 2, 3}, {}}) {
            assertThat(QrDrawing.of(Body.of(picture)))
                    .isInstanceOfSatisfying(
                            QrDrawing.Picture.class,
                            shown -> assertThat(shown.address()).startsWith("data:image/png;base64,"));
        }
    }

    private static BufferedImage painted(QrDrawing.Drawn drawn) {
        BufferedImage image = new BufferedImage(drawn.side() * 5, drawn.side() * 5, BufferedImage.TYPE_BYTE_GRAY);
        java.awt.Graphics2D pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(java.awt.Color.BLACK);
        for (String run : drawn.path().substring(1).split("M", -1)) {
            String[] parts = run.split("[ hv]", -1);
            pen.fillRect(
                    Integer.parseInt(parts[0]) * 5, Integer.parseInt(parts[1]) * 5, Integer.parseInt(parts[2]) * 5, 5);
        }
        pen.dispose();
        return image;
    }
}
