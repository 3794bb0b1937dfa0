package congressbot.gateway;

import congressbot.gateway.bridge.SendResult;

/// How a request to send ended.
sealed interface Sending {
    /// The channel's answer, of now or of the request that was sent before with this key.
    record Answered(SendResult result) implements Sending {}

    /// Another request with this key is being sent.
    record InFlight() implements Sending {}
}
