/// The production set-up: what compose.yaml, the Dockerfile and the roles of the database promise.
@NullMarked
package congressbot.dev.compose;

import org.jspecify.annotations.NullMarked;
