/// Asks the questions of a graded set, and tells how many were answered rightly.
@NullMarked
package congressbot.dev.questions;

import org.jspecify.annotations.NullMarked;
