package congressbot.bot.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.bot.testing.FakeModelServer;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Shape SHAPE = new Shape(
            "answer",
            List.of(
                    new Shape.Field("answer", Shape.Kind.TEXT, "the answer"),
                    new Shape.Field("value", Shape.Kind.TEXT_OR_NULL, "or nothing"),
                    new Shape.Field("sources", Shape.Kind.WHOLE_NUMBERS, "where from"),
                    new Shape.Field("answerable", Shape.Kind.YES_OR_NO, "whether")));
    private static final Tool TOOL =
            new Tool(new Shape("buscar", List.of(new Shape.Field("termo", Shape.Kind.TEXT, "words"))), "finds more");

    private final FakeModelServer server = new FakeModelServer();
    private final HttpCaller caller = new HttpCaller(4);
    private final OpenAiChat chat = new OpenAiChat(new Endpoint(caller, server.baseUrl(), new Secret("sk-key")));

    @AfterEach
    void close() {
        server.close();
        caller.close();
    }

    private static Question question(Message... messages) {
        return new Question("a-model", List.of(messages), SHAPE, List.of(TOOL), 300);
    }

    private Reply<Written> ask() {
        return chat.ask(question(new Message.Instructions("be kind"), new Message.Data("{}")), PATIENCE);
    }

    @Test
    void the_request_holds_instructions_data_shape_and_tools() throws IOException {
        server.writes("{}");

        ask();

        JsonNode request = server.requests().getFirst();
        assertThat(server.keys()).containsExactly("Bearer sk-key");
        assertThat(request.path("model").asText()).isEqualTo("a-model");
        assertThat(request.path("max_completion_tokens").asInt()).isEqualTo(300);
        assertThat(request.has("temperature")).isFalse();
        assertThat(request.path("messages")).isEqualTo(Json.MAPPER.readTree("""
                [{"role":"system","content":"be kind"},{"role":"user","content":"{}"}]"""));
        assertThat(request.path("tools")).isEqualTo(Json.MAPPER.readTree("""
                [{"type":"function","function":{"name":"buscar","description":"finds more","strict":true,
                  "parameters":{"type":"object","properties":{"termo":{"type":"string","description":"words"}},
                                "required":["termo"],"additionalProperties":false}}}]"""));
        assertThat(request.path("response_format")).isEqualTo(Json.MAPPER.readTree("""
                {"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{
                  "type":"object","required":["answer","value","sources","answerable"],"additionalProperties":false,
                  "properties":{"answer":{"type":"string","description":"the answer"},
                    "value":{"description":"or nothing","anyOf":[{"type":"string"},{"type":"null"}]},
                    "sources":{"type":"array","description":"where from","items":{"type":"integer"}},
                    "answerable":{"type":"boolean","description":"whether"}}}}}"""));
    }

    @Test
    void an_answer_comes_with_what_it_cost() {
        server.writes("{\"answer\":\"Oi\"}", 812, 34);

        assertThat(ask()).isEqualTo(new Reply.Got<>(new Written.Text("{\"answer\":\"Oi\"}"), new Usage(812, 34)));
    }

    @Test
    void a_cost_that_nobody_tells_is_guessed_from_the_length() {
        server.answersRaw(200, """
                {"choices":[{"index":0,"message":{"role":"assistant","content":"123456"},"finish_reason":"stop"}]}""");

        assertThat(ask()).isEqualTo(new Reply.Got<>(new Written.Text("123456"), new Usage(4, 2)));
    }

    @Test
    void a_wish_and_what_was_found_go_along() {
        server.wishes("buscar", "{\"termo\":\"vaga\"}").writes("{}");

        Reply<Written> wished = ask();
        Tool.Wish wish = new Tool.Wish("call_1", "buscar", "{\"termo\":\"vaga\"}");
        chat.ask(
                question(new Message.Data("{}"), new Message.Wished(List.of(wish)), new Message.Found(wish, "[]")),
                PATIENCE);

        assertThat(wished).isEqualTo(new Reply.Got<>(new Written.Wishes(List.of(wish)), new Usage(50, 5)));
        JsonNode messages = server.requests().getLast().path("messages");
        assertThat(messages.path(1).at("/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"termo\":\"vaga\"}");
        assertThat(messages.path(2).path("role").asText()).isEqualTo("tool");
        assertThat(messages.path(2).path("tool_call_id").asText()).isEqualTo("call_1");
    }

    @Test
    void an_image_goes_along_inline() {
        server.writes("{}");

        chat.ask(question(new Message.Picture("what is it", Body.of("jpeg"), "image/jpeg")), PATIENCE);

        JsonNode content = server.requests().getFirst().at("/messages/0/content");
        assertThat(content.path(0).path("text").asText()).isEqualTo("what is it");
        assertThat(content.path(1).at("/image_url/url").asText()).isEqualTo("data:image/jpeg;base64,anBlZw==");
    }

    @ParameterizedTest
    @CsvSource({"400, false", "401, false", "403, false", "404, false", "429, true", "500, true", "503, true"})
    void a_refusal_tells_whether_it_passes(int status, boolean passing) {
        server.answersRaw(status, "{\"error\":{\"message\":\"no\"}}");

        assertThat(ask()).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.passing()).isEqualTo(passing);
        });
    }

    @Test
    void the_wait_that_a_server_asks_for_is_told() {
        server.limits("7");

        assertThat(ask()).isEqualTo(new Reply.Refused<>(429, Optional.of(Duration.ofSeconds(7)), false));
    }

    @Test
    void an_empty_account_does_not_pass() {
        server.answersRaw(429, "{\"error\":{\"message\":\"no money\",\"code\":\"insufficient_quota\"}}");

        assertThat(ask())
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.passing()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "{", "[]", "{}", "{\"choices\":[]}", "{\"choices\":[{\"index\":0}]}", "null"})
    void an_answer_that_is_none_is_unreadable(String body) {
        server.answersRaw(200, body);

        assertThat(ask()).isInstanceOf(Reply.Unreadable.class);
    }

    @Test
    void a_server_that_declines_is_unreadable() {
        server.answersRaw(200, """
                {"choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I will not"},
                 "finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}""");

        assertThat(ask()).isInstanceOf(Reply.Unreadable.class);
    }

    @Test
    void a_silent_server_is_late() {
        server.hangs();

        Reply<Written> reply = chat.ask(question(new Message.Data("{}")), Duration.ofMillis(200));

        assertThat(reply).isEqualTo(new Reply.Late<>());
    }

    @Test
    void an_answer_without_an_end_counts_as_none() {
        server.answersRaw(200, "x".repeat(5_000_000));

        assertThat(ask()).isEqualTo(new Reply.Unanswered<>(true));
    }

    @Test
    void nobody_there_is_no_answer() {
        server.close();

        assertThat(ask()).isEqualTo(new Reply.Unanswered<>(false));
    }

    @Test
    void texts_become_vectors() {
        server.embeds(List.of(List.of(1.0, 0.0), List.of(0.0, 2.0)));
        OpenAiEmbeddings embeddings =
                new OpenAiEmbeddings(new Endpoint(caller, server.baseUrl(), new Secret("k")), "small");

        Reply<List<Vector>> reply = embeddings.of(List.of("a", "b"), PATIENCE);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Got.class, got -> assertThat(got.usage()).isEqualTo(new Usage(10, 0)));
        assertThat(server.requests().getFirst().path("input").size()).isEqualTo(2);
        assertThat(Vector.of(List.of(1.0, 1.0)).cosine(Vector.of(List.of(2.0, 2.0))))
                .isEqualTo(1.0);
        assertThat(Vector.of(List.of(1.0, 0.0)).cosine(Vector.of(List.of(0.0, 1.0))))
                .isZero();
        assertThat(Vector.of(List.of(1.0)).cosine(Vector.of(List.of(0.0, 1.0)))).isZero();
    }

    @Test
    void fewer_vectors_than_texts_are_unreadable() {
        server.embeds(List.of(List.of(1.0)));
        OpenAiEmbeddings embeddings =
                new OpenAiEmbeddings(new Endpoint(caller, server.baseUrl(), new Secret("k")), "small");

        assertThat(embeddings.of(List.of("a", "b"), PATIENCE)).isInstanceOf(Reply.Unreadable.class);
    }
}
