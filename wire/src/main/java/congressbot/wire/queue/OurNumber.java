package congressbot.wire.queue;

import congressbot.wire.message.ChannelName;

/// One number of ours, as envelopes and outgoing messages name it.
public record OurNumber(ChannelName channel, String account) {
    String key() {
        return channel + ":" + account;
    }
}
