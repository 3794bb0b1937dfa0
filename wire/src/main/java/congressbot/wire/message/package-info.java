/// What a person sent and what we say, whatever the channel.
@NullMarked
package congressbot.wire.message;

import org.jspecify.annotations.NullMarked;
