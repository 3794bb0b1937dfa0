package congressbot.bot.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A mail server that answers everything kindly, except for one step, where it says or does what it was told. The steps
/// are the commands, `CONNECT` for the greeting and `.` for the end of the message.
final class ScriptedServer implements AutoCloseable {
    static final String HANG = "hang";
    static final String HANG_UP = "hang up";

    private static final Map<String, String> KIND = Map.of(
            "CONNECT", "220 ready", "DATA", "354 go on", ".", "250 taken", "EHLO", "250-here\r\n250 SIZE 1000000");

    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String step;
    private final String reply;

    ScriptedServer(String step, String reply) throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.step = step;
        this.reply = reply;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
    }

    private void serve() {
        try (Socket socket = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            talk(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void talk(BufferedReader in, PrintWriter out) throws IOException, InterruptedException {
        String command = "CONNECT";
        while (command != null) {
            String answer = command.equals(step) ? reply : KIND.getOrDefault(command, "250 fine");
            if (answer.equals(HANG)) {
                closed.await();
            }
            if (answer.equals(HANG_UP)) {
                return;
            }
            out.print(answer + "\r\n");
            out.flush();
            command = answer.startsWith("354") ? endOfMessage(in) : nextCommand(in);
        }
    }

    private static @Nullable String nextCommand(BufferedReader in) throws IOException {
        String line = in.readLine();
        return line == null ? null : line.split("[ :]", 2)[0];
    }

    private static @Nullable String endOfMessage(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        return line;
    }
}
