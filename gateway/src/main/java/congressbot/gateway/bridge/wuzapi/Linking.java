package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.wire.http.Body;
import congressbot.wire.http.Exchange;
import congressbot.wire.message.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Links the number to WhatsApp. The bridge begins only when it is told to connect, and forgets all
/// about it when nobody has scanned its codes in time: then it is told again.
final class Linking {
    /// What the bridge has to send us. Not the history: it comes in one piece that may be huge.
    static final List<String> EVENTS = List.of(
            "Message",
            "UndecryptableMessage",
            "ReadReceipt",
            "Connected",
            "Disconnected",
            "ConnectFailure",
            "LoggedOut",
            "TemporaryBan",
            "ClientOutdated",
            "QR",
            "QRTimeout");

    /// A code lives 20 s, and the bridge does not tell how old it is; asking again costs nothing.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LINKED = "already logged in";
    private static final List<String> TO_BE_CONNECTED = List.of("no session", "not connected");

    private final Endpoints bridge;
    private final Signing signing;

    Linking(Endpoints bridge, Signing signing) {
        this.bridge = bridge;
        this.signing = signing;
    }

    private record Connect(List<String> subscribe, boolean immediate) {}

    /// @param account for a number that is linked already
    Pairing pair(String account) {
        return switch (bridge.get("/session/qr", PATIENCE)) {
            case Exchange.Answered answer -> pairing(answer, account);
            // Asked for a client that it does not have, the bridge breaks off.
            case Exchange.NoAnswer _ -> connected();
            case Exchange.NotSent _ -> new Pairing.Failed("the bridge is not reached");
        };
    }

    /// A bridge that has to be connected first may not be through to WhatsApp yet: then it has to be
    /// asked again.
    PairingCode code(PhoneNumber phone) {
        Optional<Reply> first = asked(phone);
        if (first.filter(reply -> !mustConnect(reply)).isPresent()) {
            return code(first.get());
        }
        if (connected() instanceof Pairing.Failed(String reason)) {
            return new PairingCode.Failed(reason);
        }
        return asked(phone)
                .filter(reply -> !mustConnect(reply))
                .map(this::code)
                .orElseGet(() -> new PairingCode.Failed("the bridge is connecting: ask again in some seconds"));
    }

    private Optional<Reply> asked(PhoneNumber phone) {
        Map<String, String> number = Map.of("Phone", phone.value().substring(1));
        return Endpoints.reply(bridge.post("/session/pairphone", number, PATIENCE));
    }

    private PairingCode code(Reply reply) {
        Optional<String> code = reply.data().flatMap(data -> data.text("LinkingCode"));
        if (reply.isOk() && code.isPresent()) {
            return new PairingCode.Code(code.get());
        }
        return new PairingCode.Failed(
                switch (reply.status()) {
                    case 400 -> "the bridge does not take the number, or it is linked already";
                    case 401 -> bridge.refused();
                    default -> "the bridge answered " + reply.status();
                });
    }

    private Pairing pairing(Exchange.Answered answer, String account) {
        Reply reply = Reply.of(answer);
        if (reply.isOk()) {
            return picture(answer, reply);
        }
        if (reply.error().contains(LINKED)) {
            return new Pairing.Linked(account);
        }
        if (mustConnect(reply)) {
            return connected();
        }
        return new Pairing.Failed(reply.status() == 401 ? bridge.refused() : "the bridge answered " + reply.status());
    }

    /// None yet while the bridge waits for WhatsApp.
    private static Pairing picture(Exchange.Answered answer, Reply reply) {
        Optional<Body> png =
                reply.data().flatMap(data -> data.text("QRCode")).flatMap(_ -> DataUrl.within(answer.content()));
        return png.<Pairing>map(picture -> new Pairing.Qr(picture, FRESH)).orElseGet(Pairing.Waiting::new);
    }

    private static boolean mustConnect(Reply reply) {
        return reply.status() == 500 && TO_BE_CONNECTED.stream().anyMatch(reply.error()::contains);
    }

    /// Has the bridge begin. What is connected already says so with a failure's status. Afterwards it
    /// may have forgotten its key.
    private Pairing connected() {
        Optional<Reply> reply = Endpoints.reply(bridge.post("/session/connect", new Connect(EVENTS, true), PATIENCE));
        boolean begun = reply.filter(known -> known.isOk() || known.error().contains("already"))
                .isPresent();
        if (!begun) {
            return new Pairing.Failed(reply.map(known -> "the bridge answered " + known.status() + " to connect")
                    .orElse("the bridge does not answer to connect"));
        }
        signing.forgotten();
        signing.remind();
        return new Pairing.Waiting();
    }
}
