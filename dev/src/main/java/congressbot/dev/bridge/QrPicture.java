package congressbot.dev.bridge;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The code that a phone reads to be linked, as a bridge draws it.
public final class QrPicture {
    private static final int EDGE_PIXELS = 512;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /// A PNG.
    public static byte[] of(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, EDGE_PIXELS, EDGE_PIXELS);
            BufferedImage image = new BufferedImage(EDGE_PIXELS, EDGE_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < EDGE_PIXELS; y++) {
                for (int x = 0; x < EDGE_PIXELS; x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0 : WHITE);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
