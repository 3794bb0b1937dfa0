@NullMarked
package congressbot.migrations.backup;

import org.jspecify.annotations.NullMarked;
