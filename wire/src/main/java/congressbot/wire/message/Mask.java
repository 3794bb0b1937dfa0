package congressbot.wire.message;

/// Hides personal values in logs.
public final class Mask {
    private static final int SHOWN = 4;

    private Mask() {}

    /// The last four characters of the part before `@`: `5562998765432@s.whatsapp.net` → `…5432`.
    public static String tail(String value) {
        int at = value.indexOf('@');
        String name = at < 0 ? value : value.substring(0, at);
        return name.length() <= SHOWN ? "…" : "…" + name.substring(name.length() - SHOWN);
    }
}
