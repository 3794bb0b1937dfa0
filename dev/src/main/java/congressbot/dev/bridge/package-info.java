/// Bridges to WhatsApp as they speak to the gateway: two dialects, whatever lies behind them, and one
/// with nobody behind.
@NullMarked
package congressbot.dev.bridge;

import org.jspecify.annotations.NullMarked;
