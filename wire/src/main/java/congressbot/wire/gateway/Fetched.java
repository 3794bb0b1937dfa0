package congressbot.wire.gateway;

import congressbot.wire.http.Body;

/// How a call of `GET /media/{ref}` ended, as its caller sees it.
public sealed interface Fetched {
    /// The largest file that is handed over, in bytes.
    int MAX_BYTES = 25 * 1024 * 1024;

    /// The file.
    ///
    /// @param type found in its bytes by the gateway
    record File(String type, Body content) implements Fetched {}

    /// No file.
    sealed interface Missing extends Fetched {}

    /// There is no such file, or none any more.
    record Gone() implements Missing {}

    record TooLarge() implements Missing {}

    /// Not now.
    record Unavailable(String detail) implements Missing {}
}
