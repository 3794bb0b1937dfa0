/// GOWA 9.2 as its written contract has it.
@NullMarked
package congressbot.dev.bridge.gowa;

import org.jspecify.annotations.NullMarked;
