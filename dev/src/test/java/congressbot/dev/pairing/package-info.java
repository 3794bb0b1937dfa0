/// The pairing page in a real browser.
@NullMarked
package congressbot.dev.pairing;

import org.jspecify.annotations.NullMarked;
