package congressbot.dev.proxy;

/// What a proxy does with what passes.
public enum Condition {
    OPEN("open"),
    /// Connections are reset, and new ones too.
    CUT("cut"),
    /// Requests arrive and take effect; the answer is dropped, and the connection reset.
    CUT_BEFORE_REPLY("cut before the reply"),
    /// Bytes vanish, and nobody is told.
    HALF_OPEN("half-open"),
    /// Each piece takes a second longer.
    SLOW("slow"),
    /// A few bytes a second.
    DRIPPING("dripping");

    private final String text;

    Condition(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
