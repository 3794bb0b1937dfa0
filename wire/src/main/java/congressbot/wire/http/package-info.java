/// Both ends of an HTTP hop: the server that every process runs, and the client that calls its neighbours.
@NullMarked
package congressbot.wire.http;

import org.jspecify.annotations.NullMarked;
