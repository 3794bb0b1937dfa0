package congressbot.dev.journey;

import static org.awaitility.Awaitility.await;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Dialect;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.Media;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// People at their phones, behind a bridge of one kind.
final class People implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Sent> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Dialect dialect;
    private final FakeBridge bridge;

    People(Dialect dialect, HttpCaller http) {
        this.dialect = dialect;
        this.bridge = FakeBridge.withMemory(dialect, http, heard::add);
    }

    FakeBridge bridge() {
        return bridge;
    }

    /// The gateway's environment for their bridge.
    Map<String, String> settings() {
        return bridge.settings();
    }

    /// All that a phone was told, in this order.
    List<String> heardBy(String phone) {
        return heard.stream()
                .filter(sent -> sent.phone().equals(phone))
                .map(Sent::text)
                .toList();
    }

    ChatContent.Voice voice(byte[] ogg) {
        return new ChatContent.Voice(keep(ogg), 4);
    }

    ChatContent.Image picture(byte[] jpeg) {
        return new ChatContent.Image(keep(jpeg), Optional.empty());
    }

    String nextId() {
        return "3A%010d".formatted(ids.incrementAndGet());
    }

    /// Sends it, again and again as a bridge does, and waits for one more reply.
    ///
    /// @param meanwhile what happens as soon as it was taken
    /// @return the reply
    String answerTo(URI gateway, String phone, Event event, Meanwhile meanwhile) throws Exception {
        int before = heardBy(phone).size();
        deliver(gateway, event);
        meanwhile.happens();
        return await().atMost(PATIENCE)
                .until(() -> heardBy(phone), all -> all.size() > before)
                .getLast();
    }

    void deliver(URI gateway, Event event) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> bridge.deliver(gateway, event));
    }

    Event says(String phone, String text) {
        return says(phone, new ChatContent.Text(text));
    }

    Event says(String phone, ChatContent content) {
        return FakeBridge.said(phone, nextId(), Instant.now(), content);
    }

    /// @param original what said it first
    Event edits(String phone, Event original, String text) {
        String id = original instanceof Event.Said said ? said.message().id() : "";
        return new Event.Edited(FakeBridge.person(phone), new Event.Change(nextId(), id, Instant.now()), text);
    }

    /// What happens in between.
    @FunctionalInterface
    interface Meanwhile {
        void happens() throws Exception;
    }

    @Override
    public void close() throws IOException {
        bridge.close();
    }

    /// The bridge they have.
    @Override
    public String toString() {
        return dialect.channel();
    }

    private String keep(byte[] bytes) {
        try {
            return bridge.media().keep(Media.Kind.of(bytes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
