package congressbot.wire.gateway;

import java.util.Arrays;

/// Why something is sent, as the beginning of its idempotency key tells. bot-api makes the keys, the gateway reads
/// them: what nobody waits for has to wait itself.
public enum SendCause {
    /// The reply of a turn.
    REPLY("r:", true),

    /// What is said instead of a reply when a message was given up.
    APOLOGY("d:", true),

    /// What a person of the organisers says, and what is said about her in that chat.
    BY_A_PERSON("p:", true),

    /// An answer that was found after the question.
    LATE_ANSWER("a:", false),

    /// All that nothing is known of.
    OTHER("", false);

    private final String prefix;
    private final boolean awaited;

    SendCause(String prefix, boolean awaited) {
        this.prefix = prefix;
        this.awaited = awaited;
    }

    public static SendCause of(String key) {
        // The last one fits every key.
        return Arrays.stream(values())
                .filter(cause -> key.startsWith(cause.prefix))
                .findFirst()
                .orElse(OTHER);
    }

    /// What its keys begin with.
    public String prefix() {
        return prefix;
    }

    /// Whether somebody is in the chat and waits for it. All else is proactive.
    public boolean awaited() {
        return awaited;
    }

    /// The key of one message.
    ///
    /// @param cause names what it is for, so that it is sent once
    public String key(String cause) {
        return prefix + cause;
    }
}
