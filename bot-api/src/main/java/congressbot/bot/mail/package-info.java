/// Mail to people: what is written in it, and how it leaves. [congressbot.bot.mail.Mailer] is the way in; Jakarta
/// Mail is known here alone.
@NullMarked
package congressbot.bot.mail;

import org.jspecify.annotations.NullMarked;
