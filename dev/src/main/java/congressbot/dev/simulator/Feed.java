package congressbot.dev.simulator;

import congressbot.wire.Json;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/// What changes, for every page that is open. Who reads too slowly is dropped; the page then connects anew and begins
/// with the whole state.
final class Feed {
    /// Events that a page may be behind.
    private static final int BEHIND = 200;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    /// A server-sent event.
    record Event(String name, String data) {
        static Event of(String name, Object value) {
            return new Event(name, Json.write(value));
        }
    }

    /// One page.
    final class Reader implements AutoCloseable {
        private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(BEHIND);

        BlockingQueue<Event> events() {
            return events;
        }

        boolean open() {
            return readers.contains(this);
        }

        @Override
        public void close() {
            readers.remove(this);
        }
    }

    Reader open() {
        Reader reader = new Reader();
        readers.add(reader);
        return reader;
    }

    /// Ends what all pages read.
    void end() {
        for (Reader reader : readers) {
            reader.close();
            reader.events.clear();
            reader.events.add(new Event("end", "{}"));
        }
    }

    void publish(String name, Object value) {
        Event event = Event.of(name, value);
        for (Reader reader : readers) {
            if (!reader.events.offer(event)) {
                reader.close();
            }
        }
    }
}
