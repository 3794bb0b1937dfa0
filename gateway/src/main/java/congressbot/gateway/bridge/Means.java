package congressbot.gateway.bridge;

import congressbot.wire.http.HttpCaller;
import java.nio.file.Path;
import java.time.InstantSource;

/// What every bridge works with.
///
/// @param folder for files that have to outlive a call; made when it is needed
public record Means(HttpCaller caller, MediaSeal seal, Alarm alarm, InstantSource time, Path folder) {}
