package congressbot.bot.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of the wish to replay or drop a dead letter. Where it is refused, nothing was changed but what is said.
public enum Handled {
    /// Its turn was taken; the reply is in the outbox.
    @JsonProperty("replayed")
    REPLAYED,
    /// Somebody replayed it earlier: nothing happened now.
    @JsonProperty("replayed-before")
    REPLAYED_BEFORE,
    /// Nobody will do anything more about it.
    @JsonProperty("dropped")
    DROPPED,
    /// There is no such letter.
    @JsonProperty("unknown")
    UNKNOWN,
    /// This version cannot read it.
    @JsonProperty("unreadable")
    UNREADABLE,
    /// Its id belongs to a message of another conversation.
    @JsonProperty("foreign")
    FOREIGN,
    /// It is older than what is ever processed.
    @JsonProperty("too-old")
    TOO_OLD,
    /// A later message of the conversation took effect: the letter is one for a person now.
    @JsonProperty("overtaken")
    OVERTAKEN,
    /// It was dropped earlier.
    @JsonProperty("dropped-before")
    DROPPED_BEFORE,
    /// It was replayed earlier: there is nothing to drop.
    @JsonProperty("in-effect")
    IN_EFFECT
}
