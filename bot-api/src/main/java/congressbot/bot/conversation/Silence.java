package congressbot.bot.conversation;

import congressbot.bot.attention.Attention;
import congressbot.wire.message.IncomingMessage;
import java.util.List;
import java.util.Optional;

/// What a turn leaves to the organisers.
///
/// @param attention why the bot is silent after it, if it is
/// @param unread messages of the person that one of them should read
/// @param byPhone what they said on their own phone
record Silence(Optional<Attention> attention, int unread, List<IncomingMessage> byPhone) {
    /// The bot answers everything itself.
    static final Silence NONE = new Silence(Optional.empty(), 0, List.of());

    Silence {
        byPhone = List.copyOf(byPhone);
    }
}
