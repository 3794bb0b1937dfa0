package congressbot.wire.process;

/// `ENV`: in dev everything has a working default, in prod what matters must be said.
public enum Profile {
    DEV,
    PROD
}
