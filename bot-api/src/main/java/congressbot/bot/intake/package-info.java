/// What the gateway accepted must not be forgotten by Redis: here its loss is noticed, and in strict mode mended.
///
/// In strict mode the gateway stores a message in the table `intake` before it enters the queue, and the queue takes
/// it only while our marker stands in Redis. Redis that was wiped has none. So nothing newer gets in until the watch
/// has noticed, brought back in the old order what was not processed yet, and planted the marker anew. Whether a
/// message was processed, the inbox says; what comes twice, it absorbs.
@NullMarked
package congressbot.bot.intake;

import org.jspecify.annotations.NullMarked;
