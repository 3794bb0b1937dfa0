package congressbot.gateway.pairing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import congressbot.wire.http.Body;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the QR code in a picture, within limits.
final class QrReading {
    /// Longest side of a picture that is unpacked, in pixels.
    private static final int MAX_SIDE = 2_048;

    private static final int WHITE = 0xFFFFFF;
    private static final int OPAQUE = 0xFF;

    private QrReading() {}

    static Optional<QrDrawing.Drawn> read(Body png) {
        try {
            Optional<String> text = unpacked(png).flatMap(QrReading::text);
            return text.isPresent() ? Optional.of(QrDrawing.Drawn.of(text.get())) : Optional.empty();
        } catch (IOException | RuntimeException | WriterException _) {
            return Optional.empty(); // whatever is wrong with the picture: it is shown as it is
        }
    }

    /// The size stands in front: a small file of a huge picture is not unpacked.
    private static Optional<BufferedImage> unpacked(Body png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png.bytes()))) {
            reader.setInput(in, true, true);
            boolean small = reader.getWidth(0) <= MAX_SIDE && reader.getHeight(0) <= MAX_SIDE;
            return small ? Optional.of(reader.read(0)) : Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> text(BufferedImage image) {
        LuminanceSource source = onWhite(image);
        BinaryBitmap plain = new BinaryBitmap(new GlobalHistogramBinarizer(source));
        BinaryBitmap shaded = new BinaryBitmap(new HybridBinarizer(source));
        Stream<Supplier<Optional<String>>> tries = Stream.of(
                () -> text(plain, Map.of(DecodeHintType.PURE_BARCODE, true)),
                () -> text(plain, Map.of(DecodeHintType.TRY_HARDER, true)),
                () -> text(shaded, Map.of(DecodeHintType.TRY_HARDER, true)));
        return tries.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    /// What is transparent counts as light, and a code without a quiet zone gets one.
    private static LuminanceSource onWhite(BufferedImage image) {
        int margin = Math.max(image.getWidth(), image.getHeight()) / 8;
        int width = image.getWidth() + 2 * margin;
        int height = image.getHeight() + 2 * margin;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels[(y + margin) * width + x + margin] = onWhite(image.getRGB(x, y));
            }
        }
        return new RGBLuminanceSource(width, height, pixels);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha == OPAQUE ? argb : (mixed(argb, 16, alpha) | mixed(argb, 8, alpha) | mixed(argb, 0, alpha));
    }

    private static int mixed(int argb, int shift, int alpha) {
        int part = (argb >>> shift) & OPAQUE;
        int light = (part * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
        return light << shift;
    }

    private static Optional<String> text(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
        } catch (ReaderException _) {
            return Optional.empty();
        }
    }
}
