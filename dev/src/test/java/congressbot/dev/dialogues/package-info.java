@NullMarked
package congressbot.dev.dialogues;

import org.jspecify.annotations.NullMarked;
