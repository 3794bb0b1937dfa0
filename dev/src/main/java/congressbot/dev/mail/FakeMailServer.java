package congressbot.dev.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// As much of SMTP (RFC 5321) as a client needs that sends one mail after the other. It keeps the Message-ID of every
/// mail that it has got whole.
public final class FakeMailServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FakeMailServer.class);
    private static final String MESSAGE_ID = "message-id:";

    private final ServerSocket door;
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile MailMood mood = MailMood.TAKING;

    private FakeMailServer(ServerSocket door) {
        this.door = door;
    }

    /// On a free port of this machine.
    public static FakeMailServer start() throws IOException {
        FakeMailServer server = new FakeMailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("mail").start(server::accept);
        return server;
    }

    public int port() {
        return door.getLocalPort();
    }

    public void become(MailMood next) {
        mood = next;
    }

    /// The Message-IDs of the mails since [#forget], in their order, each as often as it came.
    public List<String> taken() {
        return List.copyOf(taken);
    }

    public void forget() {
        taken.clear();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().name("mail-client").start(() -> serve(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.atWarn().setCause(e).log("a connection cannot be accepted");
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (mood != MailMood.DOWN) {
                new Talk(client).run();
            }
        } catch (IOException _) {
            // The client went away in the middle, which is its right.
        }
    }

    /// With one client.
    private final class Talk {
        private final BufferedReader in;
        private final OutputStream out;

        private Talk(Socket client) throws IOException {
            this.in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = client.getOutputStream();
        }

        private void run() throws IOException {
            say("220 ready");
            for (String line = in.readLine(); line != null && mood != MailMood.DOWN; line = in.readLine()) {
                answer(line.toUpperCase(Locale.ROOT));
            }
        }

        private void answer(String command) throws IOException {
            if (command.startsWith("RCPT")) {
                recipient();
            } else if (command.startsWith("DATA")) {
                say("354 go on");
                take();
            } else {
                say("250 ok");
            }
        }

        private void recipient() throws IOException {
            switch (mood) {
                case TAKING, SILENT, DOWN -> say("250 ok");
                case LATER -> say("451 not now");
                case REFUSING -> say("550 no such mailbox");
            }
        }

        private void take() throws IOException {
            String id = "";
            String line = in.readLine();
            while (line != null && !line.equals(".")) {
                if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
                    id = line.substring(MESSAGE_ID.length()).strip();
                }
                line = in.readLine();
            }
            if (line == null) {
                return; // it broke off: nothing was taken
            }
            taken.add(id);
            if (mood != MailMood.SILENT) {
                say("250 taken");
            }
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
