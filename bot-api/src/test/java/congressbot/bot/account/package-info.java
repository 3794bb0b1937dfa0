/// Tests of accounts.
@NullMarked
package congressbot.bot.account;

import org.jspecify.annotations.NullMarked;
