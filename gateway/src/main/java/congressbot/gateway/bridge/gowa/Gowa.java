package congressbot.gateway.bridge.gowa;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.Session;
import congressbot.gateway.bridge.Session.State;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// One GOWA bridge: its webhooks and files in, our messages out, and whether it is linked to WhatsApp.
public final class Gowa {
    public static final ChannelName CHANNEL = new ChannelName("gowa");

    /// Largest webhook in bytes: media stay at the bridge.
    public static final int MAX_WEBHOOK = 1024 * 1024;

    private static final Duration STATUS = Duration.ofSeconds(5);

    /// A sign that comes later than this is worth nothing.
    private static final Duration SIGN = Duration.ofSeconds(3);

    private final GowaSettings settings;
    private final HttpCaller caller;
    private final Signature signature;
    private final GowaDecoder decoder;
    private final MediaSeal seal;
    private final GowaFiles files;
    private final Alarm alarm;

    public Gowa(GowaSettings settings, HttpCaller caller, MediaSeal seal, Alarm alarm) {
        this.settings = settings;
        this.caller = caller;
        this.alarm = alarm;
        signature = new Signature(settings.webhookSecrets());
        decoder = new GowaDecoder(settings.account(), seal);
        this.seal = seal;
        files = new GowaFiles(at(""), caller, this::identified);
    }

    /// The message as it is sent, in the bridge's words.
    private record Text(String phone, String message) {}

    private record Chat(String phone) {}

    private record Typing(String phone, String action) {}

    /// Checks first that the call is genuine, then looks inside.
    public Intake intake(WebhookCall call) {
        if (signature.proves(call.body(), call.header(Signature.HEADER))) {
            return decoder.decode(call);
        }
        alarm.raise("a webhook is refused: the signature is missing or wrong");
        return new Intake.Rejected("the signature is missing or wrong");
    }

    /// Sends one text. The bridge takes no id of ours, so a repetition is a second message.
    ///
    /// @param key of the send
    /// @param atMost the whole wait
    public SendResult send(OutgoingMessage message, String key, Duration atMost) {
        Call call = Call.post(at("/send/message"), new Text(message.replyTo(), message.text()), atMost);
        return new SendAnswers(alarm).judge(caller.send(identified(call)), key);
    }

    /// Fetches the file of a message.
    ///
    /// @param mediaRef as it stands in the message
    public Media media(String mediaRef) {
        return seal.open(CHANNEL, mediaRef)
                .flatMap(GowaMedia.Place::read)
                .map(files::fetch)
                .orElseGet(Media.Gone::new);
    }

    /// Puts the blue ticks on a message, if it can be done now.
    public void showRead(IncomingMessage message) {
        URI read = at("/message/" + GowaFiles.encoded(message.id().providerId()) + "/read");
        caller.send(identified(Call.post(read, new Chat(message.replyTo()), SIGN)));
    }

    /// Shows "typing…" in the chat, if it can be done now. It goes when a message arrives, or by itself.
    public void showTyping(IncomingMessage message) {
        Typing typing = new Typing(message.replyTo(), "start");
        caller.send(identified(Call.post(at("/send/chat-presence"), typing, SIGN)));
    }

    /// Asks the bridge; its own `/health` does not tell.
    public Session session() {
        Exchange exchange = caller.send(identified(Call.get(at("/app/status"), STATUS)));
        return exchange instanceof Exchange.Answered answer && answer.status() == 200
                ? session(answer)
                : new Session(State.UNREACHABLE, settings.account());
    }

    private Session session(Exchange.Answered answer) {
        try {
            Optional<Fields> results = new Fields(Json.MAPPER.readTree(answer.body())).object("results");
            return results.map(this::session).orElseGet(() -> new Session(State.UNREACHABLE, settings.account()));
        } catch (JsonProcessingException _) {
            return new Session(State.UNREACHABLE, settings.account());
        }
    }

    /// After a logout the bridge forgets its own address; without a connection alone it keeps it.
    private Session session(Fields results) {
        boolean loggedIn = results.flag("is_logged_in");
        boolean connected = results.flag("is_connected");
        Optional<Jid> own = results.text("jid").flatMap(Jid::parse);
        State unlinked = !connected && (loggedIn || own.isPresent()) ? State.DISCONNECTED : State.LOGGED_OUT;
        return new Session(
                connected && loggedIn ? State.CONNECTED : unlinked,
                own.map(Jid::user).orElse(settings.account()));
    }

    private URI at(String path) {
        String base = settings.url().toString();
        return URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path);
    }

    private Call identified(Call call) {
        Call known = settings.deviceId().map(id -> call.with("X-Device-Id", id)).orElse(call);
        return settings.basicAuth()
                .map(pair -> Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8)))
                .map(basic -> known.with("Authorization", "Basic " + basic))
                .orElse(known);
    }
}
