package congressbot.gateway.pairing;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A number that is linked, and let go, as the test says. Each picture that it gives is another one.
final class ScriptedNumber implements Bridge {
    static final String OWN = "5562999990000";

    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger pictures = new AtomicInteger();
    final List<PhoneNumber> phones = new CopyOnWriteArrayList<>();
    volatile Duration fresh = Duration.ofSeconds(20);
    volatile Optional<Pairing> instead = Optional.empty();
    volatile PairingCode code = new PairingCode.Code("ABCD-2345");

    volatile Optional<Session.Ban> ban = Optional.empty();

    private final Instance instance;
    private volatile State state;

    ScriptedNumber(String instance, State state) {
        this.instance = Instance.parse(instance);
        this.state = state;
    }

    void becomes(State next) {
        state = next;
    }

    static String text(int picture) {
        return "2@" + "Qr7/".repeat(40) + picture;
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public Session session() {
        sessions.incrementAndGet();
        boolean told = state == State.CONNECTED || state == State.DISCONNECTED;
        return new Session(state, Optional.empty(), told ? Optional.of(OWN) : Optional.empty(), ban);
    }

    @Override
    public Pairing pair() {
        int next = pictures.incrementAndGet();
        return instead.orElseGet(() -> new Pairing.Qr(Body.of(QrPictures.png(text(next), 8, 4)), fresh));
    }

    @Override
    public PairingCode pairByCode(PhoneNumber phone) {
        phones.add(phone);
        return code;
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
