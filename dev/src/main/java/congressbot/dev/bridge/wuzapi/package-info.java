/// wuzapi, builds of 2026, as its written contract has it.
@NullMarked
package congressbot.dev.bridge.wuzapi;

import org.jspecify.annotations.NullMarked;
