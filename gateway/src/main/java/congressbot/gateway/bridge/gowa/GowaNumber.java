package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Our number as the bridge's webhooks tell it. It is a part of every message's id: what is fetched
/// later must have the id that its webhook had, or it would be a second message.
final class GowaNumber {
    private static final Duration ASK = Duration.ofSeconds(5);

    private final GowaApi api;
    private final GowaSettings settings;
    private final GowaSession session;
    private final Instance instance;

    GowaNumber(GowaApi api, GowaSettings settings, GowaSession session, Instance instance) {
        this.api = api;
        this.settings = settings;
        this.session = session;
        this.instance = instance;
    }

    /// Empty when the bridge does not tell.
    Optional<Receiver> receiver() {
        Session now = session.now();
        if (now.state() == Session.State.UNREACHABLE) {
            return Optional.empty();
        }
        Exchange devices = api.get("/devices", ASK);
        boolean version7 = devices instanceof Answered answer && answer.status() == 404;
        if (version7) {
            return Optional.of(new Receiver(instance, settings.number())); // its webhooks do not tell
        }
        return now.number().or(() -> ofDevice(devices)).map(number -> new Receiver(instance, Optional.of(number)));
    }

    private Optional<String> ofDevice(Exchange exchange) {
        List<Fields> devices = exchange instanceof Answered answer
                ? GowaApi.json(answer).objects("results").toList()
                : List.of();
        return devices.stream()
                .filter(device -> devices.size() == 1 || device.text("id").equals(settings.deviceId()))
                .flatMap(device -> device.text("jid").flatMap(Jid::parse).stream())
                .filter(Jid::isPhone)
                .map(Jid::user)
                .findFirst();
    }
}
