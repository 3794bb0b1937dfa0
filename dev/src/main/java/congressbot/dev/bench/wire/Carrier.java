package congressbot.dev.bench.wire;

import congressbot.dev.bridge.Dialect.Webhook;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Carries webhooks to the gateway over one connection, which is kept. For one thread at a time.
public final class Carrier implements AutoCloseable {
    private static final String ANSWER = "HTTP/1.1 [2-5][0-9]{2}( .*)?";
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final int DIGITS = 3;

    private final Socket socket;
    private final MessageReader answers;

    private Carrier(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new MessageReader(socket.getInputStream());
    }

    /// A webhook as it leaves.
    public static byte[] packed(URI where, Webhook webhook) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", where.getAuthority());
        headers.put("Content-Type", webhook.type());
        headers.putAll(webhook.headers());
        return Message.bytes("POST " + where.getPath() + " HTTP/1.1", headers, webhook.body());
    }

    /// Connects.
    ///
    /// @param patience how long an answer may take
    public static Carrier to(URI gateway, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            return new Carrier(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Brings it there and waits for the answer.
    ///
    /// @param packed by [#packed]
    /// @return the status of the answer
    /// @throws IOException also when the answer is not as it should be
    public int carry(byte[] packed) throws IOException {
        socket.getOutputStream().write(packed);
        Message answer = answers.next().orElseThrow(() -> new EOFException("no answer to a webhook"));
        if (!answer.start().matches(ANSWER) || answer.headers().containsKey("connection")) {
            throw new Unexpected("an answer that is none, or the last one");
        }
        return Integer.parseInt(answer.start().substring(STATUS, STATUS + DIGITS));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
