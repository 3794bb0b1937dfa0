/// The whole house as child processes, for what measures or breaks it.
@NullMarked
package congressbot.dev.house;

import org.jspecify.annotations.NullMarked;
