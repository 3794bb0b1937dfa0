package congressbot.dev.bridge;

import congressbot.dev.process.Pause;
import congressbot.dev.stores.Folders;
import congressbot.wire.http.HttpCaller;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A bridge of either kind: posts signed webhooks, and takes sends.
public final class FakeBridge implements AutoCloseable {
    /// More wait their turn, as in any bridge.
    public static final int WEBHOOKS_AT_ONCE = 100;

    private static final int ANY_PORT = 0;
    private static final String ACCOUNT = "5585911110000";
    private static final String SENT = "3EB0";

    private final Line line = new Everybody();
    private final Dialect dialect;
    private final Courier courier;
    private final Semaphore room = new Semaphore(WEBHOOKS_AT_ONCE, true);
    private final Consumer<Sent> phones;
    private final boolean remembers;
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "fake-bridge-" + UUID.randomUUID());
    private final Media media = new Media(folder);
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<String, List<ChatMessage>> memory = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final int port;
    private volatile Javalin server;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    /// What a person writes.
    ///
    /// @param phone digits only
    /// @param id of the message; the same on every try
    public record Written(String phone, String id, String text) {}

    /// A message that we asked the bridge to send.
    ///
    /// @param id that the bridge gives it, where the gateway does not: a number that grows, after a mark
    /// @param text empty for a file without a caption
    public record Sent(String phone, String id, String text) {}

    private FakeBridge(Dialect dialect, HttpCaller http, Consumer<Sent> phones, boolean remembers) {
        this.dialect = dialect;
        this.courier = new Courier(dialect, http);
        this.phones = phones;
        this.remembers = remembers;
        this.server = serve(ANY_PORT);
        this.port = server.port();
    }

    /// Starts to take sends. It keeps no chats.
    ///
    /// @param phones get each message before its send is answered
    public static FakeBridge start(Dialect dialect, HttpCaller http, Consumer<Sent> phones) {
        return new FakeBridge(dialect, http, phones, false);
    }

    /// One that can be asked what was written and sent.
    public static FakeBridge withMemory(Dialect dialect, HttpCaller http, Consumer<Sent> phones) {
        return new FakeBridge(dialect, http, phones, true);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The gateway's environment for this bridge.
    public Map<String, String> settings() {
        return dialect.settings(address());
    }

    public Media media() {
        return media;
    }

    /// Tells the gateway once what a person wrote.
    ///
    /// @return whether it has taken it; the real bridge repeats what was not taken
    public boolean deliver(URI gateway, Written message) {
        return deliver(gateway, said(message, Instant.now()));
    }

    /// Tells the gateway once what happened.
    public boolean deliver(URI gateway, Event event) {
        hear(event);
        room.acquireUninterruptibly();
        try {
            return courier.tell(gateway, event, line);
        } finally {
            room.release();
        }
    }

    /// What tells the gateway of it now, for who carries it there himself.
    public Dialect.Webhook webhook(Written message) {
        return dialect.webhook(said(message, Instant.now()), line).orElseThrow();
    }

    /// Where that is to be carried.
    public URI entrance(URI gateway) {
        return dialect.address(gateway);
    }

    /// What happened and the gateway never took, however often it was told: the bridge has it in its
    /// memory only.
    public void hear(Event event) {
        if (remembers && event instanceof Event.Said(Phone phone, ChatMessage message)) {
            List<ChatMessage> chat = chat(phone);
            if (chat.stream().noneMatch(known -> known.id().equals(message.id()))) {
                chat.add(message);
            }
        }
    }

    /// The event that a person wrote it then.
    public static Event said(Written message, Instant at) {
        return said(message.phone(), message.id(), at, new ChatContent.Text(message.text()));
    }

    public static Event said(String phone, String id, Instant at, ChatContent content) {
        return new Event.Said(person(phone), ChatMessage.of(id, Sender.PERSON, at, Delivery.SENT, content));
    }

    /// Somebody whose name does not matter.
    public static Phone person(String number) {
        return new Phone(number, "Maria");
    }

    /// How many sends it has taken.
    public long taken() {
        return numbers.get();
    }

    /// Takes nothing for so long; what it is asked meanwhile waits.
    public void hang(Duration time) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        hanging = over;
        try {
            Pause.of(time);
        } finally {
            over.countDown();
        }
    }

    /// Nobody listens there any more.
    public void leave() {
        server.stop();
    }

    /// It listens again, where it did.
    public void comeBack() {
        server = serve(port);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        Folders.delete(folder);
    }

    private Javalin serve(int where) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    media.addTo(config.routes);
                    dialect.addTo(config.routes, line);
                })
                .start("127.0.0.1", where);
    }

    private List<ChatMessage> chat(Phone phone) {
        return memory.computeIfAbsent(phone.number(), _ -> new CopyOnWriteArrayList<>());
    }

    private Taken take(Phone phone, ChatContent content, Optional<String> id) {
        Instant now = Instant.now();
        String given = id.orElseGet(this::nextId);
        if (id.isPresent()) {
            if (taken.putIfAbsent(given, phone.number()) != null) {
                return new Taken.Sent(given, now);
            }
            numbers.incrementAndGet();
        }
        phones.accept(new Sent(phone.number(), given, text(content)));
        if (remembers) {
            chat(phone).add(ChatMessage.of(given, Sender.BOT, now, Delivery.DELIVERED, content));
        }
        return new Taken.Sent(given, now);
    }

    private String nextId() {
        return "%s%010d".formatted(SENT, numbers.incrementAndGet());
    }

    private static String text(ChatContent content) {
        return switch (content) {
            case ChatContent.Text(String text) -> text;
            case ChatContent.Image image -> image.caption().orElse("");
            case ChatContent.Document document -> document.caption().orElse("");
            case ChatContent.Voice _,
                    ChatContent.Location _,
                    ChatContent.Contact _,
                    ChatContent.Poll _,
                    ChatContent.Gone _ -> "";
        };
    }

    /// Everybody has WhatsApp, and it is always there.
    private final class Everybody implements Line {
        @Override
        public String account() {
            return ACCOUNT;
        }

        @Override
        public Link link() {
            return Link.CONNECTED;
        }

        @Override
        public void unlink() {}

        @Override
        public Optional<Phone> phone(String number) {
            return Optional.of(person(number));
        }

        @Override
        public Taken send(Phone phone, ChatContent content, Optional<String> id) {
            try {
                hanging.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new Taken.Starting();
            }
            return take(phone, content, id);
        }

        @Override
        public void type(Phone phone, boolean on) {}

        @Override
        public void read(Phone phone, String id) {}

        @Override
        public boolean remembers() {
            return remembers;
        }

        @Override
        public List<Phone> phones() {
            return memory.keySet().stream().map(FakeBridge::person).toList();
        }

        @Override
        public List<ChatMessage> messages(Phone phone) {
            return List.copyOf(memory.getOrDefault(phone.number(), List.of()));
        }

        @Override
        public Media media() {
            return media;
        }
    }
}
