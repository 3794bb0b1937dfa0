/// Who may use the organisers' panel: accounts, what each role may do, passwords, second factors,
/// sessions, and the log of what was done.
@NullMarked
package congressbot.bot.account;

import org.jspecify.annotations.NullMarked;
