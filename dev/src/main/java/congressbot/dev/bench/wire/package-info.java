/// The bench's own side of HTTP: no more of it than our gateway speaks, and strict about that, so
/// that the load costs little on the cores that it shares with what is measured.
@NullMarked
package congressbot.dev.bench.wire;

import org.jspecify.annotations.NullMarked;
