/// Webhooks of every version of GOWA, as the written contract shows them, with invented values.
@NullMarked
package congressbot.gateway.bridge.wuzapi;

import org.jspecify.annotations.NullMarked;
