package congressbot.dev.bridge;

/// A phone of a person, and who holds it.
///
/// @param number digits with country code: `5562900000001`
public record Phone(String number, String name) {
    public static final int MAX_NAME = 40;

    /// With these digits a made-up hidden id begins: it looks like a number, and is none.
    private static final String HIDDEN = "18";

    private static final String HIDDEN_SERVER = "@lid";

    /// The chat id in WhatsApp's words.
    public String jid() {
        return number + "@s.whatsapp.net";
    }

    /// The id by which WhatsApp hides the number.
    public String lid() {
        return HIDDEN + number + HIDDEN_SERVER;
    }

    /// The same of one device of this person: what a bridge tells of senders.
    public static String onDevice(String jid) {
        return jid.replace("@", ":12@");
    }

    /// The digits of whomever this names: a number with or without `+`, or either of the two ids.
    public static String number(String address) {
        String user = address.split("[:@]", 2)[0].replace("+", "");
        return address.endsWith(HIDDEN_SERVER) && user.startsWith(HIDDEN) ? user.substring(HIDDEN.length()) : user;
    }
}
