package congressbot.wire.bot;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the worker does with the reply of a turn.
public enum SendState {
    /// Send it at once, by the turn's key.
    @JsonProperty("now")
    NOW,
    /// An older reply of this conversation is still unsent: the relay sends both, in order.
    @JsonProperty("later")
    LATER,
    /// Sent before.
    @JsonProperty("done")
    DONE,
    /// Nothing is said.
    @JsonProperty("none")
    NONE
}
