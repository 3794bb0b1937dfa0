package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.text.Language;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ConversationId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// A question with all that may be known of it. As it came: what is personal leaves this process only as a token.
///
/// @param question as the person wrote it
/// @param passages the best ones, best first
/// @param earlier the last questions of this chat with their answers, oldest first
/// @param personal values that must not leave the process: what this person told and what the channel calls her
/// @param tools what the model may look up
public record Inquiry(
        Congress congress,
        ConversationId person,
        Language language,
        Step step,
        String question,
        List<Passage> passages,
        List<Earlier> earlier,
        List<String> personal,
        Tools tools) {
    public Inquiry {
        passages = List.copyOf(passages);
        earlier = List.copyOf(earlier);
        personal = List.copyOf(personal);
    }

    /// The same with these passages, or the same ones in another order.
    public Inquiry with(List<Passage> others) {
        return new Inquiry(congress, person, language, step, question, others, earlier, personal, tools);
    }

    /// A question of before and what was answered.
    public record Earlier(String question, String answer) {
        @Override
        public String toString() {
            return "Earlier[…]";
        }
    }

    /// Reads, and only reads, what concerns the congress and the caller's own registration.
    ///
    /// @param search more passages for other words
    /// @param registration the state of the caller's own registration in one sentence, with nothing personal in it
    public record Tools(Function<String, List<Passage>> search, Supplier<String> registration) {}

    /// Without what the person wrote.
    @Override
    public String toString() {
        return "Inquiry[" + step + "]";
    }
}
