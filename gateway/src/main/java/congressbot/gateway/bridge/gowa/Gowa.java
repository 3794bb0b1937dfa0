package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.http.Call;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Env;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One GOWA bridge: its webhooks and files in, our messages out, and whether it is linked to WhatsApp.
public final class Gowa implements Bridge {
    public static final ChannelName CHANNEL = new ChannelName("gowa");

    /// Media stay at the bridge.
    private static final int MAX_WEBHOOK = 1024 * 1024;

    /// Nobody sends such a thing, and everybody takes it.
    private static final String PROBE = "{\"event\":\"congressbot.probe\",\"payload\":{}}";

    private static final Duration PROBED = Duration.ofSeconds(5);

    /// A sign that comes later than this is worth nothing.
    private static final Duration SIGN = Duration.ofSeconds(3);

    private final Instance instance;
    private final GowaApi api;
    private final Signature signature;
    private final GowaDecoder decoder;
    private final MediaSeal seal;
    private final GowaFiles files;
    private final GowaPeople people;
    private final GowaSession session;
    private final GowaSends sends;
    private final GowaSearch search;
    private final GowaHistory history;
    private final GowaPairing pairing;
    private final GowaCheckUp checkUp;
    private final Alarm alarm;
    private final HttpCaller caller;

    public Gowa(Instance instance, GowaSettings settings, Means means) {
        this.instance = instance;
        alarm = means.alarm();
        caller = means.caller();
        seal = means.seal();
        api = new GowaApi(settings, means.caller());
        signature = new Signature(settings.webhookSecrets());
        decoder = new GowaDecoder(new Receiver(instance, settings.number()), seal, settings::isOurs);
        files = new GowaFiles(api);
        people = new GowaPeople(api);
        session = new GowaSession(api, settings);
        GowaVersion version = new GowaVersion(api, means.time());
        sends = new GowaSends(api, version, new SendAnswers(instance, alarm));
        GowaLists lists = new GowaLists(api);
        search = new GowaSearch(lists, people, means.time());
        history = new GowaHistory(
                lists,
                new GowaNumber(api, settings, session, instance),
                new StoredMessage(new GowaContent(instance, seal)),
                means.time());
        pairing = new GowaPairing(api, settings, files, session, means.time());
        checkUp = new GowaCheckUp(api, version, session, settings, instance);
    }

    /// Reads what this instance needs.
    ///
    /// @param env of the instance
    public static BridgePlan plan(Instance instance, Env env) {
        GowaSettings settings = GowaSettings.from(env);
        return new BridgePlan(instance, means -> new Gowa(instance, settings, means));
    }

    private record Chat(String phone) {}

    private record Typing(String phone, String action) {}

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public int maxWebhook() {
        return MAX_WEBHOOK;
    }

    @Override
    public Intake intake(WebhookCall call) {
        if (call.proof().isPresent()) {
            return new Intake.Rejected("there is no such instance");
        }
        if (signature.proves(call.body(), call.header(Signature.HEADER))) {
            return decoder.decode(call);
        }
        alarm.raise("a webhook is refused: the signature is missing or wrong");
        return new Intake.Rejected("the signature is missing or wrong");
    }

    @Override
    public SendResult send(OutgoingMessage message, String key, Duration atMost) {
        return sends.send(message, key, atMost);
    }

    @Override
    public Search sentSince(OutgoingMessage message, String key, Instant since) {
        return search.sent(message, since);
    }

    @Override
    public Media media(String mediaRef) {
        return seal.open(instance, mediaRef)
                .flatMap(GowaMedia.Place::read)
                .map(files::fetch)
                .orElseGet(Media.Gone::new);
    }

    @Override
    public void showRead(IncomingMessage message) {
        String read = "/message/" + GowaApi.segment(message.id().providerId()) + "/read";
        api.post(read, new Chat(message.replyTo()), SIGN);
    }

    @Override
    public void showTyping(IncomingMessage message) {
        api.post("/send/chat-presence", new Typing(message.replyTo(), "start"), SIGN);
    }

    @Override
    public Session session() {
        return session.now();
    }

    @Override
    public Pairing pair() {
        return pairing.pair(instance);
    }

    @Override
    public PairingCode pairByCode(PhoneNumber phone) {
        return pairing.byCode(instance, phone);
    }

    @Override
    public Missed missedSince(Instant since) {
        return history.since(since);
    }

    @Override
    public Optional<String> numberBehind(String address) {
        return Jid.parse(address).filter(Jid::isHidden).map(people::behind).flatMap(behind -> switch (behind) {
            case GowaPeople.Known(Jid number) -> Optional.of(number.canonical());
            case GowaPeople.Unknown _, GowaPeople.NotTold _ -> Optional.empty();
        });
    }

    @Override
    public List<Finding> checkUp(URI ourWebhook) {
        Finding probe = Finding.ofProbe(caller.send(probe(ourWebhook)), ourWebhook.toString());
        return Stream.concat(checkUp.look(ourWebhook).stream(), Stream.of(probe))
                .toList();
    }

    /// A genuine event of no use to anybody.
    private Call probe(URI ourWebhook) {
        return Call.post(ourWebhook, "application/json", PROBE, PROBED)
                .with(Signature.HEADER, signature.of(PROBE.getBytes(StandardCharsets.UTF_8)));
    }
}
