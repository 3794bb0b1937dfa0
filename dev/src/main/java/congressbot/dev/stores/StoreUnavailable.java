package congressbot.dev.stores;

import java.io.IOException;

/// A store cannot be started, reached or stopped; the message is one line for the person at the terminal.
public final class StoreUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    private final String message;

    StoreUnavailable(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
