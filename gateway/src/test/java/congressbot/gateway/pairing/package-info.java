@NullMarked
package congressbot.gateway.pairing;

import org.jspecify.annotations.NullMarked;
