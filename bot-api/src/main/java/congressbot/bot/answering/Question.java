package congressbot.bot.answering;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.registration.Lookup;
import congressbot.bot.text.Language;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ConversationId;
import java.util.List;

/// A free question, with what is known of who asks.
///
/// @param text as the person wrote it
/// @param asked only what was asked plainly is worth the call of a model
/// @param from whom, and where the registration stands
/// @param earlier the last questions of this chat with their answers, oldest first
public record Question(String text, Lookup.Asked asked, From from, List<Inquiry.Earlier> earlier) {
    public Question {
        earlier = List.copyOf(earlier);
    }

    /// Who asks, about what, in which language.
    ///
    /// @param facts of the congress, in that language
    /// @param personal what must not leave this process: what the person told, and what the channel calls her
    /// @param registration its state in one sentence, with nothing personal in it
    public record From(
            Congress congress,
            CongressFacts facts,
            Language language,
            ConversationId person,
            Step step,
            List<String> personal,
            String registration) {
        public From {
            personal = List.copyOf(personal);
        }

        /// Without what is personal.
        @Override
        public String toString() {
            return "From[" + person + ", " + step + "]";
        }
    }

    List<String> questionsBefore() {
        return earlier.stream().map(Inquiry.Earlier::question).toList();
    }

    /// Without what the person wrote.
    @Override
    public String toString() {
        return "Question[" + from + "]";
    }
}
