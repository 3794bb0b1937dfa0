/// A bridge to WhatsApp with nobody behind it.
@NullMarked
package congressbot.dev.bridge;

import org.jspecify.annotations.NullMarked;
