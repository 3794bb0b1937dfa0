package congressbot.bot.answering;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Knowledge;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.knowledge.Stage;
import congressbot.bot.registration.Lookup;
import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.bot.text.Tongue;
import congressbot.bot.text.Tongues;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Asks the bot on an organiser's behalf, with a draft of hers in place of what is published. It goes the way of every
/// question, a model included, and is not kept as one.
public final class Rehearsal {
    /// Each holds a connection while a model thinks.
    private static final int AT_ONCE = 2;

    private final Answering answering;
    private final Stage stage;
    private final Tongue portuguese;
    private final Semaphore room = new Semaphore(AT_ONCE);

    public Rehearsal(Answering answering, Stage stage, Tongues tongues) {
        this.answering = answering;
        this.stage = stage;
        this.portuguese = tongues.of(Language.PORTUGUESE);
    }

    /// What is asked.
    ///
    /// @param person in whose name a model is asked: its budgets count per person
    /// @param draft empty to ask what is published
    public record Wanted(Congress congress, ConversationId person, String question, Optional<Draft> draft) {
        /// Without the words.
        @Override
        public String toString() {
            return "Wanted[" + congress.id() + "]";
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// What the bot would say.
        ///
        /// @param text as the bot would send it; empty when nobody knows the answer
        /// @param sources passages that it is drawn from, those of the draft among them
        record Said(Optional<String> text, Reply.By by, List<Passage> sources) implements Outcome {
            public Said {
                sources = List.copyOf(sources);
            }
        }

        /// The draft cannot be read: it could not be published either.
        record Unfit() implements Outcome {}

        /// Others are asking just now.
        record Busy() implements Outcome {}
    }

    public Outcome ask(Wanted wanted) {
        if (!room.tryAcquire()) {
            return new Outcome.Busy();
        }
        try {
            return stage.with(
                            wanted.congress(),
                            wanted.draft(),
                            (knowledge, congress) ->
                                    said(knowledge, answering.over(knowledge).answer(question(wanted, congress))))
                    .orElseGet(Outcome.Unfit::new);
        } finally {
            room.release();
        }
    }

    private Question question(Wanted wanted, Congress congress) {
        Question.From from = new Question.From(
                congress,
                new CongressFacts(congress, portuguese.words()),
                Language.PORTUGUESE,
                wanted.person(),
                Step.IDLE,
                List.of(),
                portuguese.texts().render(Text.of("registration-status.none")));
        return new Question(wanted.question(), Lookup.Asked.PLAINLY, from, List.of());
    }

    private Outcome said(Knowledge knowledge, Reply reply) {
        return new Outcome.Said(
                reply.text().map(portuguese.texts()::render), reply.by(), knowledge.passages(reply.sources()));
    }
}
