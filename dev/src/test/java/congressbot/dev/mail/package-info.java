@NullMarked
package congressbot.dev.mail;

import org.jspecify.annotations.NullMarked;
