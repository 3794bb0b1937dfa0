package congressbot.dev.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import congressbot.dev.bridge.ChatMessage;
import congressbot.dev.bridge.Phone;
import java.util.List;

/// A phone with its chat with the congress, oldest message first.
record Chat(@JsonUnwrapped Phone phone, List<ChatMessage> messages, boolean typing) {
    Chat {
        messages = List.copyOf(messages);
    }
}
