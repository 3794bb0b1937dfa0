package congressbot.bot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.answering.Reply.By;
import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Speaker;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.Advice;
import congressbot.bot.llm.Assistant;
import congressbot.bot.llm.Inquiry;
import congressbot.bot.llm.OfflineAssistant;
import congressbot.bot.llm.Proposal;
import congressbot.bot.llm.Reranker;
import congressbot.bot.registration.Lookup;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.wire.bot.Step;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Over the congress that ships with the project.
class AnsweringTest {
    private static final ConversationId MARIA = new ConversationId(ChannelName.CHAT, "http", "maria");
    private static final String PARKING = "quanto custa o estacionamento de moto?";

    private static Library library;

    @BeforeAll
    static void read() throws Exception {
        library = Rooms.library(TestDatabase.emptied());
        library.look();
    }

    @Test
    void without_a_model_the_passage_that_answers_is_cited_with_its_source() {
        Reply reply = answer(new OfflineAssistant(), question(PARKING));

        assertThat(reply.by()).isEqualTo(By.PASSAGE);
        assertThat(rendered(reply)).contains("Moto", "R$ 8", "Estacionamento");
        assertThat(reply.sources()).hasSize(1);
    }

    @Test
    void what_stands_nowhere_is_not_answered() {
        Reply reply = answer(new OfflineAssistant(), question("tem piscina no hotel?"));

        assertThat(reply).isEqualTo(Reply.UNKNOWN);
    }

    @Test
    void a_fact_of_the_congress_needs_no_model_and_has_our_own_sentence() {
        Model model = new Model(_ -> new Advice.NotThere());

        Reply reply = answer(model, question("onde vai ser o congresso?"));

        assertThat(reply.by()).isEqualTo(By.FACTS);
        assertThat(reply.text().map(Text::key)).contains("facts.place-and-address");
        assertThat(model.asked).isEmpty();
    }

    @Test
    void a_model_answers_from_the_passages_that_were_found() {
        Model model = new Model(inquiry -> new Advice.Answered(
                "A moto paga R$ 8 por dia.",
                List.of(inquiry.passages().getFirst().id())));

        Reply reply = answer(model, question(PARKING));

        assertThat(reply.by()).isEqualTo(By.MODEL);
        assertThat(rendered(reply)).startsWith("A moto paga R$ 8 por dia.").contains("Estacionamento");
        assertThat(model.asked.getFirst().passages()).isNotEmpty();
    }

    @Test
    void where_a_model_gives_no_advice_the_passage_answers() {
        Reply busy = answer(new Model(_ -> new Advice.None(Advice.Reason.BUSY)), question(PARKING));
        Reply blind = answer(new Model(_ -> new Advice.NotThere()), question(PARKING));

        assertThat(busy.by()).isEqualTo(By.PASSAGE);
        assertThat(blind.by()).isEqualTo(By.PASSAGE);
    }

    @Test
    void words_that_are_only_tried_cost_nothing() {
        Model model = new Model(_ -> new Advice.NotThere());

        Reply reply = answer(model, new Question("moto estacionamento", Lookup.Asked.PERHAPS, from(), List.of()));

        assertThat(reply.by()).isEqualTo(By.PASSAGE);
        assertThat(model.asked).isEmpty();
    }

    @Test
    void a_question_leans_on_the_one_before() {
        Inquiry.Earlier before = new Inquiry.Earlier("quanto custa estacionar o carro?", "R$ 20");

        Reply reply = answer(
                new OfflineAssistant(), new Question("e de moto?", Lookup.Asked.PLAINLY, from(), List.of(before)));

        assertThat(rendered(reply)).contains("R$ 8");
    }

    /// A model that answers as it is told, and remembers what it was asked.
    private static final class Model implements Assistant {
        private final List<Inquiry> asked = new ArrayList<>();
        private final Function<Inquiry, Advice> answers;

        Model(Function<Inquiry, Advice> answers) {
            this.answers = answers;
        }

        @Override
        public Advice advise(Inquiry inquiry) {
            asked.add(inquiry);
            return answers.apply(inquiry);
        }

        @Override
        public Optional<String> propose(Proposal proposal) {
            return Optional.empty();
        }
    }

    private static Reply answer(Assistant assistant, Question question) {
        return new Answering(library.knowledge(), assistant, Reranker.none()).answer(question);
    }

    private static Question question(String text) {
        return new Question(text, Lookup.Asked.PLAINLY, from(), List.of());
    }

    private static Question.From from() {
        Reception reception = Rooms.sample().of(ChannelName.CHAT, "http");
        return new Question.From(
                reception.congress(),
                speaker().facts(),
                Language.PORTUGUESE,
                MARIA,
                Step.IDLE,
                List.of(),
                "Nenhuma inscrição.");
    }

    private static Speaker speaker() {
        return Rooms.sample().of(ChannelName.CHAT, "http").in(Language.PORTUGUESE);
    }

    private static String rendered(Reply reply) {
        return speaker().texts().render(reply.text().orElseThrow());
    }
}
