/// Talks to bot-api through its doors: for commands that play conversations and judge them.
@NullMarked
package congressbot.dev.talk;

import org.jspecify.annotations.NullMarked;
