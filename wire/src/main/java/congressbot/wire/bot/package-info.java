/// The bodies of the calls between worker, bot-api and gateway.
@NullMarked
package congressbot.wire.bot;

import org.jspecify.annotations.NullMarked;
