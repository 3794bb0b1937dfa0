package congressbot.gateway.bridge.wuzapi;

import congressbot.gateway.bridge.Session.Ban;
import congressbot.gateway.bridge.Session.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Why the number is not linked, as the bridge told it once. Asked later, the bridge knows only that
/// it is not linked.
final class LinkTrouble {
    private final InstantSource time;
    private Optional<Told> last = Optional.empty();
    private Optional<String> linked = Optional.empty();

    LinkTrouble(InstantSource time) {
        this.time = time;
    }

    private record Told(State state, Instant until, Ban ban) {}

    /// Remembers it. A ban outweighs that the number is unlinked, which follows from it.
    ///
    /// @param until how long it is believed
    /// @param ban what was told of it, if it is one
    synchronized void told(State state, Instant until, Ban ban) {
        if (state != State.LOGGED_OUT
                || believed().filter(told -> told.state() == State.BANNED).isEmpty()) {
            last = Optional.of(new Told(state, until, ban));
        }
    }

    /// What was told of the ban that a state is.
    synchronized Optional<Ban> ban(State state) {
        return state == State.BANNED ? last.map(Told::ban) : Optional.empty();
    }

    /// The state that is known better than the bridge's answer tells it. What was told is over when the
    /// bridge is found connected, or linked to another phone.
    ///
    /// @param phone that the bridge tells now
    synchronized State explaining(State asked, Optional<String> phone) {
        boolean another = phone.isPresent() && linked.isPresent() && !phone.equals(linked);
        linked = phone.or(() -> linked);
        if (asked == State.CONNECTED || another) {
            last = Optional.empty();
        }
        return switch (asked) {
            case DISCONNECTED, LOGGED_OUT -> believed().map(Told::state).orElse(asked);
            case CONNECTED, BANNED, OUTDATED, UNREACHABLE -> asked;
        };
    }

    private Optional<Told> believed() {
        return last.filter(told -> time.instant().isBefore(told.until()));
    }
}
