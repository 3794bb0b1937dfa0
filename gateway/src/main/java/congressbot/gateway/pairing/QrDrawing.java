package congressbot.gateway.pairing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import congressbot.wire.http.Body;
import java.util.Base64;
import java.util.Map;

/// A QR code as a page shows it.
public sealed interface QrDrawing {
    /// Read from the bridge's picture and drawn anew: sharp at every size.
    ///
    /// @param side of the whole code with the quiet zone around it, in modules
    /// @param path the attribute `d` of an SVG's path
    record Drawn(int side, String path) implements QrDrawing {
        /// The quiet zone that the standard asks for, in modules.
        private static final int MARGIN = 4;

        /// With the largest modules that the text allows.
        static Drawn of(String text) throws WriterException {
            Map<EncodeHintType, ?> hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, MARGIN);
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                row(modules, y, path);
            }
            return new Drawn(modules.getWidth(), path.toString());
        }

        /// A rectangle for each run of dark modules.
        private static void row(BitMatrix modules, int y, StringBuilder path) {
            int x = 0;
            while (x < modules.getWidth()) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
    }

    /// The bridge's own picture, where nobody here can read it: a phone may.
    ///
    /// @param address with the picture in it
    record Picture(String address) implements QrDrawing {}

    /// Of a picture as PNG.
    static QrDrawing of(Body png) {
        return QrReading.read(png)
                .<QrDrawing>map(drawn -> drawn)
                .orElseGet(() -> new Picture(
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.bytes())));
    }
}
