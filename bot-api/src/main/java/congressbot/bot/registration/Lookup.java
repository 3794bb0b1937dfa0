package congressbot.bot.registration;

import java.util.OptionalLong;

/// What the engine must find out before [Dialogue#next].
public sealed interface Lookup {
    /// Is this document registered by somebody else? → [Facts#taken].
    ///
    /// @param own the number of the registration that is being changed: it does not count
    record DocumentTaken(Document document, OptionalLong own) implements Lookup {}

    /// Is this address registered by somebody else? → [Facts#taken].
    ///
    /// @param own the number of the registration that is being changed: it does not count
    record EmailTaken(EmailAddress email, OptionalLong own) implements Lookup {}

    /// What can be answered? → [Facts#answer].
    record AnswerTo(String question) implements Lookup {
        @Override
        public String toString() {
            return "AnswerTo[…]";
        }
    }

    /// Under which number would a registration be stored? → [Facts#nextNumber].
    record NextNumber() implements Lookup {}

    /// Who was registered in this chat? → [Facts#registrations].
    record Registrations() implements Lookup {}
}
