/// What operators see of dead letters and do about them: the command, the endpoints that it calls, the alarm.
@NullMarked
package congressbot.bot.deadletter;

import org.jspecify.annotations.NullMarked;
