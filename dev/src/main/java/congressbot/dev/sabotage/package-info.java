/// What makes our own processes fail on purpose, where and when a trial wants it. An agent changes their classes while
/// they are loaded; the code that is packaged knows nothing of it.
@NullMarked
package congressbot.dev.sabotage;

import org.jspecify.annotations.NullMarked;
