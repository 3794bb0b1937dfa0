/// The queue, tried on a real Redis: every answer of every script, and random walks beside a model.
@NullMarked
package congressbot.wire.queue;

import org.jspecify.annotations.NullMarked;
