package congressbot.bot.conversation;

import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts waiting messages right. A bridge hands them over from one thread each, so a text overtakes
/// the photo that it belongs to: they are heard in the order in which they were sent. What was sent
/// in the same second stays as it came. What was written before our last words never overtakes what
/// answers them: a yes would be to something else.
final class Order {
    private static final Comparator<IncomingMessage> AS_SENT =
            Comparator.comparing(IncomingMessage::sentAt).thenComparing(IncomingMessage::receivedAt);

    private Order() {}

    /// The order in which they are heard.
    ///
    /// @param arrived as they were claimed
    /// @param lastSaid when we spoke last; asked only where something is out of order
    static List<IncomingMessage> of(List<IncomingMessage> arrived, Supplier<Optional<Instant>> lastSaid) {
        if (isInOrder(arrived)) {
            return arrived;
        }
        Instant said = lastSaid.get().orElse(Instant.MIN);
        List<IncomingMessage> ordered = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= arrived.size(); end++) {
            if (end == arrived.size() || goesBack(arrived, end, said)) {
                arrived.subList(begin, end).stream().sorted(AS_SENT).forEach(ordered::add);
                begin = end;
            }
        }
        return List.copyOf(ordered);
    }

    private static boolean isInOrder(List<IncomingMessage> arrived) {
        for (int i = 1; i < arrived.size(); i++) {
            if (AS_SENT.compare(arrived.get(i - 1), arrived.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether this message was written before our last words, and one before it after them.
    private static boolean goesBack(List<IncomingMessage> arrived, int place, Instant said) {
        return arrived.get(place).sentAt().isBefore(said)
                && !arrived.get(place - 1).sentAt().isBefore(said);
    }
}
