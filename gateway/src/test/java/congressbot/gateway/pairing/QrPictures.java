package congressbot.gateway.pairing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// QR codes as pictures, as bridges draw them.
final class QrPictures {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private QrPictures() {}

    /// @param scale pixels a module
    /// @param margin modules around it
    static byte[] png(String text, int scale, int margin) {
        return bytes(picture(text, scale, margin, BufferedImage.TYPE_INT_RGB, WHITE));
    }

    /// @param type of [BufferedImage]
    /// @param light colour of what is not dark, with its transparency
    static BufferedImage picture(String text, int scale, int margin, int type, int light) {
        BitMatrix modules = modules(text, margin);
        int side = modules.getWidth() * scale;
        BufferedImage image = new BufferedImage(side, side, type);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / scale, y / scale) ? BLACK : light);
            }
        }
        return image;
    }

    /// To a size that is no multiple of the modules, each pixel mixed of those that it covers.
    static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage other = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        other.getGraphics()
                .drawImage(image.getScaledInstance(side, side, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        return other;
    }

    static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BitMatrix modules(String text, int margin) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    margin));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
