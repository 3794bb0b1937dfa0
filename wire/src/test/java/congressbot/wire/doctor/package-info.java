@NullMarked
package congressbot.wire.doctor;

import org.jspecify.annotations.NullMarked;
