package congressbot.bot.congress;

import congressbot.bot.text.Text;
import congressbot.bot.text.Words;
import java.util.Optional;

/// Answers free questions from the congress's description, and from nothing else.
public final class CongressFacts {
    private final Congress congress;

    public CongressFacts(Congress congress, Words words) {
        this.congress = congress;
    }

    /// The answer, or empty when the description does not hold it.
    public Optional<Text> answer(String question) {
        return Optional.of(question).filter(congress.id()::equals).map(Text::of);
    }
}
