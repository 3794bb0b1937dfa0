/// What the organisers published: read from files, kept in PostgreSQL with its versions, and searched.
@NullMarked
package congressbot.bot.knowledge;

import org.jspecify.annotations.NullMarked;
