package congressbot.bot.conversation;

import java.util.List;

/// What became of storing a turn. In every case but [Done] nothing was changed.
sealed interface Stored {
    /// Stored whole.
    ///
    /// @param after the conversation as it stands now
    /// @param olderReplies keys of older replies of the conversation that are not known to be sent
    record Done(Snapshot after, List<String> olderReplies) implements Stored {}

    /// The conversation moved on, or the contact appeared, since the snapshot was taken.
    record OutOfDate() implements Stored {}

    /// The messages name ids of two contacts: they are one person.
    ///
    /// @param aliases all of her ids that are known to be hers
    record TwoContacts(List<String> aliases) implements Stored {
        public TwoContacts {
            aliases = List.copyOf(aliases);
        }

        /// Without the addresses, which are personal.
        @Override
        public String toString() {
            return "TwoContacts[" + aliases.size() + "]";
        }
    }

    /// At least one of the messages took effect before, or its change came before it.
    record KnownMessages() implements Stored {}

    /// Another registration took the CPF or the address meanwhile.
    record LostRace() implements Stored {}
}
