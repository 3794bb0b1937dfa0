package congressbot.bot.llm;

import static congressbot.bot.llm.ModelHouse.PARKING;
import static congressbot.bot.llm.ModelHouse.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RerankerTest {
    private final ModelHouse house = new ModelHouse(Map.of("OPENAI_EMBEDDING_MODEL", "small"));

    @AfterEach
    void close() {
        house.close();
    }

    private List<Passage> ranked(String question) {
        Inquiry one = ModelHouse.inquiry(question);
        return house.parts
                .reranker()
                .ranked(new Inquiry(
                        one.congress(),
                        one.person(),
                        one.language(),
                        one.step(),
                        question,
                        List.of(PARKING, RESULTS),
                        one.earlier(),
                        List.of("Valdirênia"),
                        one.tools()));
    }

    @Test
    void the_nearest_passage_comes_first_and_vectors_are_computed_once() {
        house.server.embeds(List.of(List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(0.1, 0.9)));
        assertThat(ranked("quando sai a lista, pergunta valdirênia")).containsExactly(RESULTS, PARKING);
        assertThat(house.server.sent()).contains("pergunta [NOME]").doesNotContain("valdir");

        house.server.embeds(List.of(List.of(1.0, 0.2)));
        assertThat(ranked("onde paro")).containsExactly(PARKING, RESULTS);

        assertThat(house.server.requests().getLast().path("input").size()).isEqualTo(1);
        assertThat(TestDatabase.rows(
                        house.jdbi, "SELECT model || ' ' || cardinality(vector) FROM knowledge_embeddings"))
                .containsExactly("small 2", "small 2");
        assertThat(house.books()).containsExactly("embed passed", "embed passed");
    }

    @Test
    void on_failure_the_order_stays() {
        house.server.answersRaw(500, "");

        assertThat(ranked("quando sai a lista")).containsExactly(PARKING, RESULTS);
        assertThat(house.books()).containsExactly("embed failed");
    }

    @Test
    void without_a_model_the_order_stays() {
        try (ModelHouse without = new ModelHouse(Map.of())) {
            assertThat(without.parts.reranker().ranked(ModelHouse.inquiry("onde paro")))
                    .containsExactly(PARKING);
            assertThat(without.server.requests()).isEmpty();
        }
    }
}
