package congressbot.dev.bench.wire;

import java.io.IOException;

/// Something that our gateway is not known to say: what was measured with it would mean nothing.
final class Unexpected extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param what without personal data
    Unexpected(String what) {
        super(what);
    }
}
