package congressbot.gateway.bridge;

import congressbot.wire.http.Body;

/// What became of fetching a file from a bridge.
public sealed interface Media {
    record Found(Body content) implements Media {}

    /// There is no such file, or none any more, or the reference is not one of ours.
    record Gone() implements Media {}

    record TooLarge() implements Media {}

    /// The bridge does not give it out now.
    ///
    /// @param reason without anything personal
    record TryLater(String reason) implements Media {}
}
