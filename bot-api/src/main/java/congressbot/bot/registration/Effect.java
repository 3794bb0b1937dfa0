package congressbot.bot.registration;

import java.util.Optional;

/// What the engine must carry out, in the transaction that stores the move.
public sealed interface Effect {
    /// Store the registration under this number. When the insert finds the document or the address
    /// taken meanwhile, the engine rolls back and calls [Dialogue#next] again with that fact.
    record Register(Registration registration, long number) implements Effect {}

    /// Store these values instead of the registered ones; a lost race is met as in [Register].
    ///
    /// @param before what was registered when the person began: what is the same there she did not
    ///     change, and somebody
    ///     else may have; absent where nobody knows
    record Amend(Registration registration, long number, Optional<Registration> before) implements Effect {}

    record CancelRegistration(long number) implements Effect {}

    /// Mail the confirmation once more, to the registered address.
    record ResendConfirmation(long number) implements Effect {}

    /// Mail all that is stored under this number, as text and as JSON, to the registered address.
    record SendData(long number) implements Effect {}

    /// Mail whoever registered this document or address that somebody asked for it. At most one a day.
    record RemindRegistered(Answer typed) implements Effect {}

    /// Forget everything that this chat told us: registrations, answers, transcript, mails.
    record Erase() implements Effect {}

    /// A document or an address was typed that somebody else registered: counted per chat and day, see
    /// [Facts#probing].
    record DuplicateHit(Field field) implements Effect {}

    /// Note that the reply of this turn was for a flood: while it is the last thing said, it is not
    /// said again.
    record FloodAnswered() implements Effect {}

    /// A person of the organisers should look at this chat.
    record PersonWanted(Why why) implements Effect {}

    /// What a person of the organisers is wanted for.
    enum Why {
        /// She was asked for.
        ASKED,
        /// The same question was answered wrongly four times.
        FAILURES,
        /// We were insulted.
        INSULT,
        /// Values of other people were typed too often. The form goes on without them.
        PROBING;

        /// Whether the bot leaves the chat to the person.
        public boolean pauses() {
            return this != PROBING;
        }
    }
}
