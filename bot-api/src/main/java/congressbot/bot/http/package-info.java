/// The endpoints of bot-api, and the one place that turns failures into answers.
@NullMarked
package congressbot.bot.http;

import org.jspecify.annotations.NullMarked;
