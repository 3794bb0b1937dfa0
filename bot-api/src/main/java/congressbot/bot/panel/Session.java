package congressbot.bot.panel;

import congressbot.wire.process.Secret;
import java.time.Instant;

/// Somebody who came in with the password. What shows personal data takes one, and so is never answered without.
///
/// @param formToken stands in every form of this session: a form of another site does not know it
record Session(Secret formToken, Instant opened) {}
