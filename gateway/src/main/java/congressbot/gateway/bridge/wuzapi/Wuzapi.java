package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.BodySignature;
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
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.Spool;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One user of a wuzapi, which is one number: its webhooks and files in, our messages out, and its
/// link to WhatsApp.
public final class Wuzapi implements Bridge {
    public static final ChannelName CHANNEL = new ChannelName("wuzapi");

    /// Files come inside: a photo of 16 MB becomes 21 MB of Base64, and more in a form.
    private static final int MAX_WEBHOOK = 40 * 1024 * 1024;

    /// The header with the HMAC of the raw body, in hex.
    static final String SIGNATURE = "x-hmac-signature";

    private final Instance instance;
    private final WuzapiSettings settings;
    private final BodySignature signature;
    private final WuzapiDecoder decoder;
    private final Signing signing;
    private final Sends sends;
    private final LinkState link;
    private final Linking linking;
    private final WuzapiFiles files;
    private final CheckUp checkUp;
    private final Spool spool;
    private final MediaSeal seal;
    private final Alarm alarm;

    public Wuzapi(Instance instance, WuzapiSettings settings, Means means) {
        this.instance = instance;
        this.settings = settings;
        alarm = means.alarm();
        seal = means.seal();
        signature = new BodySignature(settings.hmacKeys());
        Endpoints endpoints = new Endpoints(instance, settings, means.caller());
        spool = new Spool(
                means.folder().resolve("media").resolve(instance.path()), Spool.MAX_FOLDER, means.time(), alarm);
        LinkTrouble trouble = new LinkTrouble(means.time());
        decoder = new WuzapiDecoder(
                new Receiver(instance, Optional.empty()),
                new WuzapiContent(new WuzapiMedia(instance, seal, spool)),
                trouble);
        signing = new Signing(endpoints, settings.hmacKey());
        sends = new Sends(endpoints, alarm);
        link = new LinkState(endpoints, trouble, alarm);
        linking = new Linking(endpoints, signing);
        files = new WuzapiFiles(endpoints, means.caller(), settings.files(), spool);
        checkUp = new CheckUp(endpoints, settings, signature, link, means.caller());
    }

    /// Reads what this instance needs.
    ///
    /// @param env of the instance
    public static BridgePlan plan(Instance instance, Env env) {
        WuzapiSettings settings = WuzapiSettings.from(env);
        return new BridgePlan(instance, means -> new Wuzapi(instance, settings, means));
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public int maxWebhook() {
        return MAX_WEBHOOK;
    }

    @Override
    public boolean admits(Optional<String> proof) {
        return proof.filter(settings.webhookKey()::matches).isPresent();
    }

    /// Both proofs are needed: the path because the bridge forgets to sign, the signature because
    /// paths stand in logs.
    @Override
    public Intake intake(WebhookCall call) {
        if (!admits(call.proof())) {
            return new Intake.Rejected("there is no such instance");
        }
        Optional<String> given = call.header(SIGNATURE);
        if (given.isEmpty()) {
            signing.forgotten();
            alarm.raise("a webhook is refused: it is not signed; the bridge will be told again to sign");
            return new Intake.Rejected("the signature is missing");
        }
        if (!signature.proves(call.body(), given.get())) {
            alarm.raise("a webhook is refused: it is not signed with " + instance.variable(Variable.WUZAPI_HMAC_KEY));
            return new Intake.Rejected("the signature is wrong");
        }
        return decoder.decode(call);
    }

    @Override
    public SendResult send(OutgoingMessage message, String key, Duration atMost) {
        return sends.send(message, key, atMost);
    }

    /// The bridge cannot be asked. But a repetition has the same id, and phones show it once: it may
    /// always be made.
    @Override
    public Search sentSince(OutgoingMessage message, String key, Instant since) {
        return new Search.Absent();
    }

    @Override
    public Media media(String mediaRef) {
        return seal.open(instance, mediaRef)
                .flatMap(WuzapiMedia.Place::read)
                .map(files::fetch)
                .orElseGet(Media.Gone::new);
    }

    @Override
    public void showRead(IncomingMessage message) {
        sends.showRead(message);
    }

    @Override
    public void showTyping(IncomingMessage message) {
        sends.showTyping(message);
    }

    /// It is asked again and again, so this is also when the bridge is reminded of its key, and when
    /// old files go.
    @Override
    public Session session() {
        spool.sweep();
        signing.remind();
        Session session = link.session();
        if (session.state() == State.UNREACHABLE) {
            signing.forgotten();
        }
        return session;
    }

    @Override
    public Pairing pair() {
        return linking.pair(link.number().orElseGet(instance::path));
    }

    @Override
    public PairingCode pairByCode(PhoneNumber phone) {
        return linking.code(phone);
    }

    /// The bridge keeps messages only when it is told to, by chat, and has no list of its chats: who
    /// wrote to us and was not heard is in none that we know. Its own repetitions, for some minutes,
    /// are all there is.
    @Override
    public Missed missedSince(Instant since) {
        return new Missed.NoHistory();
    }

    @Override
    public List<Finding> checkUp(URI ourWebhook) {
        return checkUp.findings(ourWebhook);
    }
}
