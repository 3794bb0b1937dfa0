package congressbot.gateway.bridge.whatsapp;

import congressbot.gateway.bridge.Instance;
import java.util.Optional;

/// Our end of a chat.
///
/// @param number our own, digits only, where the bridge tells it
public record Receiver(Instance instance, Optional<String> number) {
    /// As an envelope names it.
    public String account() {
        return instance.account(number);
    }

    /// Whether this is an address of our own.
    public boolean is(Jid jid) {
        return number.filter(jid.user()::equals).isPresent();
    }
}
