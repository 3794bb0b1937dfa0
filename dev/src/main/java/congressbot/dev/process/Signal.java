package congressbot.dev.process;

import java.io.IOException;
import java.time.Duration;

/// What the system can be asked to do with a process.
public enum Signal {
    STOP,
    CONT;

    public void send(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
    }

    /// The process stands still for so long, as in a long pause of a machine.
    public static void pause(long pid, Duration time) throws IOException, InterruptedException {
        STOP.send(pid);
        try {
            Pause.of(time);
        } finally {
            CONT.send(pid);
        }
    }
}
