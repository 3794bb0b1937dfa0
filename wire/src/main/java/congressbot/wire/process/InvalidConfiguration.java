package congressbot.wire.process;

import java.util.List;

/// The process cannot start with what it was given. Holds every problem, not only the first, and no secret.
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfiguration(List<String> problems) {
        super(String.join("\n", problems));
    }

    public List<String> problems() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
