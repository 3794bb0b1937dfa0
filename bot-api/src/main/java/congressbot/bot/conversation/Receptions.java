package congressbot.bot.conversation;

import congressbot.wire.message.ChannelName;
import java.util.List;

/// Which congress a receiving account belongs to: the one that names it, else the first.
public final class Receptions {
    private final List<Reception> receptions;

    public Receptions(List<Reception> receptions) {
        this.receptions = List.copyOf(receptions);
        if (receptions.isEmpty()) {
            throw new IllegalArgumentException("there is no congress");
        }
    }

    public Reception of(ChannelName channel, String account) {
        String name = channel + ":" + account;
        return receptions.stream()
                .filter(reception -> reception.congress().accounts().contains(name))
                .findFirst()
                .orElse(receptions.getFirst());
    }
}
