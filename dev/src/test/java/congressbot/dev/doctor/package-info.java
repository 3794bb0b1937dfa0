@NullMarked
package congressbot.dev.doctor;

import org.jspecify.annotations.NullMarked;
