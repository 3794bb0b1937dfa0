package congressbot.dev.simulator;

/// A phone of the simulator and the person who holds it.
///
/// @param number digits with country code: `5562900000001`
record Phone(String number, String name) {
    static final int MAX_NAME = 40;

    /// The chat id in WhatsApp's words.
    String jid() {
        return number + "@s.whatsapp.net";
    }
}
