/// The organisers' pages about registrations: the list, one person, many at once, and files.
@NullMarked
package congressbot.bot.panel.people;

import org.jspecify.annotations.NullMarked;
