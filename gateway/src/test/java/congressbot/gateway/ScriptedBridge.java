package congressbot.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A bridge that does what a test says: it takes every send, and finds nothing of what was sent. Its
/// webhooks are envelopes.
final class ScriptedBridge implements Bridge {
    private final Instance instance;
    private final List<Send> sends = new CopyOnWriteArrayList<>();
    private final List<Instant> searches = new CopyOnWriteArrayList<>();
    private final List<String> typing = new CopyOnWriteArrayList<>();

    private volatile Function<OutgoingMessage, SendResult> onSend = _ -> new SendResult.Sent("W" + sends.size());
    private volatile Function<OutgoingMessage, Search> onSearch = _ -> new Search.Absent();

    private volatile String phone = "5585911110000";
    private volatile boolean tellsNumber = true;

    ScriptedBridge(Instance instance) {
        this.instance = instance;
    }

    record Send(String key, OutgoingMessage message) {}

    /// Another phone is paired.
    void pair(String other) {
        phone = other;
    }

    /// Its messages do not tell the phone number: the account is not called by it.
    void hideNumber() {
        tellsNumber = false;
    }

    void onSend(Function<OutgoingMessage, SendResult> answer) {
        onSend = answer;
    }

    void onSend(SendResult answer) {
        onSend = _ -> answer;
    }

    void onSearch(Function<OutgoingMessage, Search> answer) {
        onSearch = answer;
    }

    void onSearch(Search answer) {
        onSearch = _ -> answer;
    }

    List<Send> sends() {
        return List.copyOf(sends);
    }

    List<String> keys() {
        return sends.stream().map(Send::key).toList();
    }

    /// Since when it was asked.
    List<Instant> searches() {
        return List.copyOf(searches);
    }

    /// Addresses that were shown that we type.
    List<String> typing() {
        return List.copyOf(typing);
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public int maxWebhook() {
        return IncomingMessage.MAX_BYTES;
    }

    @Override
    public Intake intake(WebhookCall call) {
        try {
            String envelope = new String(call.body(), StandardCharsets.UTF_8);
            return new Intake.Messages(List.of(Json.read(envelope, IncomingMessage.class)));
        } catch (JsonProcessingException _) {
            return new Intake.Unreadable("no envelope");
        }
    }

    @Override
    public SendResult send(OutgoingMessage message, String key, Duration atMost) {
        sends.add(new Send(key, message));
        return onSend.apply(message);
    }

    @Override
    public Search sentSince(OutgoingMessage message, String key, Instant since) {
        searches.add(since);
        return onSearch.apply(message);
    }

    @Override
    public Media media(String mediaRef) {
        return new Media.Gone();
    }

    @Override
    public void showRead(IncomingMessage message) {
        // Nobody looks.
    }

    @Override
    public void showTyping(IncomingMessage message) {
        typing.add(message.replyTo());
    }

    @Override
    public Session session() {
        return new Session(
                Session.State.CONNECTED,
                Optional.of(phone).filter(_ -> tellsNumber),
                Optional.of(phone),
                Optional.empty());
    }

    @Override
    public Pairing pair() {
        return new Pairing.Failed("not offered");
    }

    @Override
    public PairingCode pairByCode(PhoneNumber phone) {
        return new PairingCode.Failed("not offered");
    }

    @Override
    public Missed missedSince(Instant since) {
        return new Missed.NoHistory();
    }

    @Override
    public List<Finding> checkUp(URI ourWebhook) {
        return List.of();
    }
}
