@NullMarked
package congressbot.dev.questions;

import org.jspecify.annotations.NullMarked;
