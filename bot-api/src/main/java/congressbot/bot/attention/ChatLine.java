package congressbot.bot.attention;

import java.time.Instant;
import java.util.Optional;

/// A chat in the list.
///
/// @param who the name that the person gave, else her phone; empty when nobody knows either
/// @param step where the registration stands: a [congressbot.wire.bot.Step]
/// @param holder who took it over
/// @param assignee who is to look after it
/// @param alerted something in it is to be looked at
/// @param preview the last thing that was said, cut
public record ChatLine(
        long id,
        String who,
        String channel,
        String step,
        Optional<Attention.Kind> attention,
        Optional<String> holder,
        Optional<String> assignee,
        int unread,
        boolean alerted,
        String preview,
        Instant lastSeen) {
    /// Without name and words, which are personal.
    @Override
    public String toString() {
        return "ChatLine[%d, %s]".formatted(id, step);
    }
}
