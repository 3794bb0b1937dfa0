/// A mail server that fails on purpose.
@NullMarked
package congressbot.dev.mail;

import org.jspecify.annotations.NullMarked;
