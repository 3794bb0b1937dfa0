package congressbot.bot.registration;

/// What the engine must find out before [Dialogue#next].
public sealed interface Lookup {
    /// Is this CPF registered by somebody else? → [Facts#taken].
    record CpfTaken(Cpf cpf) implements Lookup {}

    /// Is this address registered by somebody else? → [Facts#taken].
    record EmailTaken(EmailAddress email) implements Lookup {}

    /// What can be answered? → [Facts#answer].
    record AnswerTo(String question) implements Lookup {
        @Override
        public String toString() {
            return "AnswerTo[…]";
        }
    }

    /// Under which number would a registration be stored? → [Facts#nextNumber].
    record NextNumber() implements Lookup {}
}
