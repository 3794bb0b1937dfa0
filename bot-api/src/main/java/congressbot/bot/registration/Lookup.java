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

    /// How sure we are that something was asked.
    enum Asked {
        PLAINLY,
        /// It is only tried, in case that it is a question.
        PERHAPS,
        /// The person wants to register, it seems: that registration is open is no news to her.
        BESIDE_A_WISH
    }

    /// What can be answered? → [Facts#answer].
    record AnswerTo(String question, Asked asked) implements Lookup {
        @Override
        public String toString() {
            return "AnswerTo[…]";
        }
    }

    /// Which value of this field does the message mean, in which our recogniser found none? → [Facts#proposal].
    record Proposal(Field field) implements Lookup {}

    /// What does the image of the message show? → [Facts#picture].
    record Picture() implements Lookup {}

    /// Under which number would a registration be stored? → [Facts#nextNumber].
    record NextNumber() implements Lookup {}

    /// Who was registered in this chat? → [Facts#registrations].
    record Registrations() implements Lookup {}
}
