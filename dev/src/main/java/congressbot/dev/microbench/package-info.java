/// `microbench`: what hearing, deciding, wording, recognising and decoding cost by themselves,
/// measured with JMH. [Microbench] is the place to begin.
@NullMarked
package congressbot.dev.microbench;

import org.jspecify.annotations.NullMarked;
