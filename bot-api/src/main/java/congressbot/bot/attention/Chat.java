package congressbot.bot.attention;

import congressbot.bot.text.Language;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;

/// A chat as a deed of the organisers finds it, held until the deed is done.
///
/// @param replyTo empty when the person had her addresses erased
record Chat(
        long id,
        String congress,
        ChannelName channel,
        String account,
        String replyTo,
        Language language,
        Step step,
        Optional<Attention> attention) {
    /// Nothing can be sent there: the person asks over HTTP, and the answer is the delivery; or nobody knows any more
    /// where she is.
    boolean isUnreachable() {
        return replyTo.isEmpty() || channel.equals(ChannelName.CHAT);
    }

    OutgoingMessage saying(String text) {
        return new OutgoingMessage(replyTo, channel, account, text, List.of());
    }

    /// Without the address, which is personal.
    @Override
    public String toString() {
        return "Chat[%d, %s]".formatted(id, attention);
    }
}
