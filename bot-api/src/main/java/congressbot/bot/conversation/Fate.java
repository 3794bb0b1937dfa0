package congressbot.bot.conversation;

import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Revision;
import congressbot.wire.message.Content;
import java.util.Optional;
import java.util.Set;

/// What becomes of a waiting message: people change and delete what they wrote, before and after it
/// was heard.
sealed interface Fate {
    /// It is heard as it came.
    record Heard() implements Fate {}

    /// It was changed before it was heard: its new words are heard, and nothing else.
    ///
    /// @param before as it was sent
    record Edited(Content before) implements Fate {}

    /// It was deleted before it was heard: nobody hears it, and nothing of it is kept.
    record Deleted() implements Fate {}

    /// Its change came, and was heard, in an earlier turn.
    record Overtaken() implements Fate {}

    /// It changes a message whose turn is over.
    ///
    /// @param original the provider's id of that message
    /// @param before as it was heard
    /// @param after as it is now
    /// @param answered the fields that it gave a value; none where it told none, or nobody noted it
    record Corrects(String original, Content before, Content after, Set<Field> answered) implements Fate {
        public Corrects {
            answered = Set.copyOf(answered);
        }

        /// As the dialogue understands it; none where the original was no answer: then its new words
        /// are heard as any.
        Optional<Revision> revision() {
            Optional<String> words = Dialogue.words(after);
            return answered.isEmpty() || words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Revision(Dialogue.words(before).orElse(""), words.get(), answered));
        }
    }

    /// It changes a message that never came. The person said this and nothing else of it is known, so
    /// it is heard in its place; should that one come after all, it is [Overtaken].
    record Replaces(String original) implements Fate {}

    /// It deletes another message of the person.
    record Deletes(String original) implements Fate {}

    /// It changes or deletes nothing of this person's.
    record Nothing() implements Fate {}
}
