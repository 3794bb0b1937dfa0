package congressbot.bot.registration;

/// What the engine must carry out, in the transaction that stores the move.
public sealed interface Effect {
    /// Store the registration under this number. When the insert finds the CPF or the address taken meanwhile, the
    /// engine rolls back and calls [Dialogue#next] again with that fact.
    record Register(Registration registration, long number) implements Effect {}

    record CancelRegistration(long number) implements Effect {}

    /// A CPF or an e-mail was typed that somebody else registered: counted per chat and day, see [Facts#probing].
    record DuplicateHit(Field field) implements Effect {}

    /// A question that the congress's facts do not answer.
    record Unanswered(String question) implements Effect {
        @Override
        public String toString() {
            return "Unanswered[…]";
        }
    }
}
