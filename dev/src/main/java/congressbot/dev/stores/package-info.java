/// PostgreSQL and Redis with nothing to install: durable, kept between runs, on loopback only.
@NullMarked
package congressbot.dev.stores;

import org.jspecify.annotations.NullMarked;
