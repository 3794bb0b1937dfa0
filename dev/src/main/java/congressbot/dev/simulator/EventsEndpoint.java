package congressbot.dev.simulator;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// `GET /api/events`: the whole state, and then what changes, as server-sent events.
final class EventsEndpoint {
    /// Between two signs of life on a stream where nothing happens: how soon a closed page is noticed.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final Feed feed;
    private final Supplier<Object> state;

    EventsEndpoint(Feed feed, Supplier<Object> state) {
        this.feed = feed;
        this.state = state;
    }

    /// The page is a reader before the state is taken: an event may repeat what stands there, none is missed.
    void answer(Context call) throws IOException, InterruptedException {
        call.contentType("text/event-stream; charset=utf-8");
        OutputStream out = call.res().getOutputStream();
        try (Feed.Reader reader = feed.open()) {
            write(out, Feed.Event.of("state", state.get()));
            while (reader.open()) {
                Optional<Feed.Event> event =
                        Optional.ofNullable(reader.events().poll(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS));
                if (event.isPresent()) {
                    write(out, event.get());
                } else {
                    out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } catch (IOException _) { // the page is gone
        }
    }

    private static void write(OutputStream out, Feed.Event event) throws IOException {
        String text = "event: " + event.name() + "\ndata: " + event.data() + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
