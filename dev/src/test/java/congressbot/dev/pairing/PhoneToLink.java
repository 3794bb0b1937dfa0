package congressbot.dev.pairing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import congressbot.dev.bridge.QrPicture;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.http.Body;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// A bridge with a phone before it that scans or types what a page shows; it takes only the code
/// given last.
final class PhoneToLink implements Bridge {
    static final String CODE = "WZ7K-3FQH";

    private final AtomicInteger pictures = new AtomicInteger();
    private final Instance instance;
    private final Duration fresh;
    private volatile State state;

    PhoneToLink(String instance, State state, Duration fresh) {
        this.instance = Instance.parse(instance);
        this.state = state;
        this.fresh = fresh;
    }

    void becomes(State next) {
        state = next;
    }

    /// Looks at a screen. Scanning takes the phone and the bridge a moment.
    ///
    /// @return whether the code on it was the present one
    boolean scans(byte[] screen) {
        return read(screen)
                .filter(text -> text.equals(text(pictures.get())))
                .map(_ -> {
                    state = State.DISCONNECTED;
                    return true;
                })
                .orElse(false);
    }

    /// What a QR code on a screen says.
    static Optional<String> read(byte[] screen) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(screen));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            return Optional.of(new QRCodeReader().decode(bitmap).getText());
        } catch (ReaderException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(int picture) {
        return "2@" + "aB3+/".repeat(45) + "=," + picture;
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public Session session() {
        boolean told = state == State.CONNECTED || state == State.DISCONNECTED;
        Optional<Session.Ban> ban = state == State.BANNED
                ? Optional.of(new Session.Ban(Optional.of(101), Optional.of(Instant.parse("2027-05-21T02:30:00Z"))))
                : Optional.empty();
        return new Session(state, Optional.empty(), told ? Optional.of("5562999990000") : Optional.empty(), ban);
    }

    @Override
    public Pairing pair() {
        return new Pairing.Qr(Body.of(QrPicture.of(text(pictures.incrementAndGet()))), fresh);
    }

    @Override
    public PairingCode pairByCode(PhoneNumber phone) {
        return new PairingCode.Code(CODE);
    }

    @Override
    public int maxWebhook() {
        return 1;
    }

    @Override
    public Intake intake(WebhookCall call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SendResult send(OutgoingMessage message, String key, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Search sentSince(OutgoingMessage message, String key, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Media media(String mediaRef) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void showRead(IncomingMessage message) {}

    @Override
    public void showTyping(IncomingMessage message) {}

    @Override
    public Missed missedSince(Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> checkUp(URI ourWebhook) {
        return List.of();
    }
}
