package congressbot.dev.bench.wire;

import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.gowa.GowaText;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Stands before a bridge, and takes the texts that the gateway sends; all else goes on to the
/// bridge. Each connection has a thread: the gateway keeps few.
public final class SendTap implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final Duration BRIDGE = Duration.ofSeconds(5);
    private static final String SEND = "POST " + GowaText.PATH + " HTTP/1.1";
    private static final String JSON = "application/json";

    private final ServerSocket door;
    private final HttpCaller http;
    private final Consumer<Sent> phones;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Optional<URI> bridge = Optional.empty();

    private SendTap(ServerSocket door, HttpCaller http, Consumer<Sent> phones) {
        this.door = door;
        this.http = http;
        this.phones = phones;
    }

    /// Listens on a free port of this machine.
    ///
    /// @param http reaches the bridge
    /// @param phones get each text before its send is answered
    public static SendTap open(HttpCaller http, Consumer<Sent> phones) throws IOException {
        SendTap tap = new SendTap(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), http, phones);
        Thread.ofPlatform().name("tap").daemon().start(tap::accept);
        return tap;
    }

    /// Stands before this bridge from now on.
    ///
    /// @return where it is reached instead
    public URI before(URI behind) {
        bridge = Optional.of(behind);
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// What was not as it should be.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = door.accept();
                connections.add(connection);
                Thread.ofPlatform().name("tap-line").daemon().start(() -> serve(connection));
            }
        } catch (IOException e) { // closed, or of no use any more
            note("a connection cannot be accepted", e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            MessageReader requests = new MessageReader(connection.getInputStream());
            for (Optional<Message> request = requests.next(); request.isPresent(); request = requests.next()) {
                connection.getOutputStream().write(answer(request.get()));
            }
        } catch (IOException | UncheckedIOException e) {
            note("a request of the gateway", e);
        } finally {
            connections.remove(connection);
        }
    }

    /// The end of the tap, or of the gateway in the middle of nothing, is none.
    private void note(String what, Exception e) {
        if (!door.isClosed() && !"Connection reset".equals(e.getMessage())) {
            problems.add(what + ": "
                    + (e instanceof Unexpected ? e.getMessage() : e.getClass().getSimpleName()));
        }
    }

    private byte[] answer(Message request) throws IOException {
        return request.start().equals(SEND) ? taken(request) : passedOn(request);
    }

    private byte[] taken(Message request) throws IOException {
        GowaText text = GowaText.read(request.body().bytes());
        if (text.phone().isEmpty() || text.text().isBlank()) {
            throw new Unexpected("a text for nobody, or of nothing");
        }
        String id = "7A90%010d".formatted(numbers.incrementAndGet());
        phones.accept(new Sent(text.phone(), id, text.text()));
        return Message.bytes("HTTP/1.1 200 OK", Map.of("Content-Type", JSON), GowaText.sent(id));
    }

    private byte[] passedOn(Message request) throws IOException {
        URI behind = bridge.orElseThrow(() -> new Unexpected("a request before there is a bridge"));
        String[] start = request.start().split(" ", 3);
        if (start.length < 2 || !start[1].startsWith("/")) {
            throw new Unexpected("a request without a path");
        }
        String type = request.headers().getOrDefault("content-type", JSON);
        Call call = start[0].equals("GET")
                ? Call.get(behind.resolve(start[1]), BRIDGE)
                : Call.post(behind.resolve(start[1]), type, request.body(), BRIDGE);
        if (http.send(call) instanceof Exchange.Answered answered) {
            Map<String, String> headers =
                    Map.of("Content-Type", answered.header("content-type").orElse(JSON));
            return Message.bytes("HTTP/1.1 " + answered.status() + " Passed on", headers, answered.body());
        }
        throw new Unexpected("the bridge behind does not answer");
    }
}
