package congressbot.bot.account;

import congressbot.wire.process.Secret;

/// Somebody who came in. What shows personal data takes one, and so is never answered without.
///
/// @param formToken stands in every form of this session: a form of another site does not know it
public record Session(Account account, Secret formToken) {}
