/// Attacks bot-api by words, with a model behind it that is on the attacker's side, and tells what came of it.
@NullMarked
package congressbot.dev.injections;

import org.jspecify.annotations.NullMarked;
