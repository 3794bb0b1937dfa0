package congressbot.dev.process;

import java.io.IOException;

/// What is done while a process is down.
@FunctionalInterface
public interface Meanwhile {
    void run() throws IOException, InterruptedException;
}
