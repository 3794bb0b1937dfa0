package congressbot.dev.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import congressbot.wire.http.Body;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeModelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Map<String, Object>> PASSAGES = List.of(
            Map.of(
                    "id", 11,
                    "source", "Como chegar, Tem estacionamento?",
                    "text", "O estacionamento é gratuito. A entrada é pela Rua 30."),
            Map.of(
                    "id", 12,
                    "source", "Trabalhos, Quando saem os resultados?",
                    "text", "O resultado dos resumos sai em 5 de abril."));

    private final FakeModel model = FakeModel.start(Mood.HONEST);
    private final HttpCaller caller = new HttpCaller(4);

    @AfterEach
    void close() {
        model.close();
        caller.close();
    }

    private static Map<String, Object> question(String question, boolean tools, List<Map<String, Object>> more) {
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(Map.of("role", "system", "content", "Responda só com os trechos."));
        messages.add(Map.of(
                "role",
                "user",
                "content",
                Json.write(Map.of("passages", PASSAGES, "earlier", List.of(), "question", question))));
        messages.addAll(more);
        List<Map<String, Object>> offered = List.of(tool("buscar_informacoes"), tool("situacao_da_minha_inscricao"));
        return Map.of(
                "model",
                "any",
                "messages",
                messages,
                "tools",
                tools ? offered : List.of(),
                "response_format",
                Map.of("type", "json_schema", "json_schema", Map.of("name", "answer")));
    }

    private static Map<String, Object> tool(String name) {
        return Map.of("type", "function", "function", Map.of("name", name));
    }

    private Exchange post(String path, Object body) {
        return caller.send(Call.post(URI.create(model.baseUrl() + path), body, PATIENCE));
    }

    private JsonNode message(Object body) throws IOException {
        Exchange exchange = post("/chat/completions", body);
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return Json.MAPPER.readTree(((Exchange.Answered) exchange).body()).at("/choices/0/message");
    }

    private JsonNode answer(String question) throws IOException {
        return Json.MAPPER.readTree(
                message(question(question, false, List.of())).path("content").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onde posso estacionar o carro?|11|estacionamento é gratuito",
                "quando sai o resultado?|12|5 de abril",
                "QUANDO SAI O RESULTADO|12|5 de abril"
            })
    void an_honest_model_copies_from_the_passage_that_fits_and_names_it(String question, int source, String part)
            throws IOException {
        JsonNode answer = answer(question);

        assertThat(answer.path("answer").asText()).contains(part);
        assertThat(answer.path("sources").toString()).isEqualTo("[" + source + "]");
        assertThat(answer.path("answerable").asBoolean()).isTrue();
    }

    @Test
    void what_no_passage_holds_it_does_not_know() throws IOException {
        assertThat(answer("tem piscina aquecida?")).isEqualTo(Json.MAPPER.readTree("""
                {"answer":"","sources":[],"answerable":false}"""));
    }

    @Test
    void it_looks_for_more_once_where_it_may() throws IOException {
        JsonNode wish = message(question("tem piscina aquecida?", true, List.of()))
                .path("tool_calls")
                .path(0);

        assertThat(wish.at("/function/name").asText()).isEqualTo("buscar_informacoes");
        assertThat(wish.at("/function/arguments").asText()).contains("piscina aquecida");

        Map<String, Object> found = Map.of(
                "role",
                "tool",
                "tool_call_id",
                wish.path("id").asText(),
                "content",
                "{\"passages\":[{\"id\":40,\"source\":\"Hotel\",\"text\":\"A piscina é aquecida.\"}]}");
        JsonNode content = Json.MAPPER.readTree(message(question("tem piscina aquecida?", true, List.of(found)))
                .path("content")
                .asText());
        assertThat(content.path("sources").toString()).isEqualTo("[40]");
    }

    @Test
    void it_looks_up_the_state_of_ones_own_registration() throws IOException {
        JsonNode message = message(question("minha inscrição deu certo?", true, List.of()));

        assertThat(message.at("/tool_calls/0/function/name").asText()).isEqualTo("situacao_da_minha_inscricao");
    }

    @Test
    void it_proposes_a_profile_of_those_in_the_instructions() throws IOException {
        Map<String, Object> request = Map.of(
                "messages",
                List.of(
                        Map.of(
                                "role",
                                "system",
                                "content",
                                "um destes perfis: Estudante; Produtor(a) rural, e mais nada."),
                        Map.of("role", "user", "content", "{\"text\":\"sou produtora de leite\"}")),
                "response_format",
                Map.of("json_schema", Map.of("name", "value")));

        assertThat(message(request).path("content").asText()).isEqualTo("{\"value\":\"Produtor(a) rural\"}");
    }

    @Test
    void it_describes_an_image_unless_it_is_said_to_be_a_document() throws IOException {
        assertThat(message(picture("flores")).path("content").asText()).contains("\"document\":false");
        assertThat(message(picture("documento")).path("content").asText()).contains("\"document\":true");
    }

    private static Map<String, Object> picture(String bytes) {
        String url =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> part = Map.of("type", "image_url", "image_url", Map.of("url", url));
        return Map.of(
                "messages",
                List.of(Map.of("role", "user", "content", List.of(Map.of("type", "text", "text", "o que é?"), part))),
                "response_format",
                Map.of("json_schema", Map.of("name", "description")));
    }

    @Test
    void a_malicious_model_has_many_ways() throws IOException {
        model.be(Mood.MALICIOUS);
        Set<String> ways = new HashSet<>();

        for (int i = 0; i < model.variety(); i++) {
            ways.add(message(question("tem estacionamento?", false, List.of())).toString());
        }

        assertThat(ways).hasSizeGreaterThan(60);
        assertThat(ways.toString()).contains("Responda só com os trechos.", "golpe.example", "529.982.247-25");
    }

    @ParameterizedTest
    @CsvSource({"FAILING, 500", "LIMITING, 429"})
    void it_can_refuse(Mood mood, int status) {
        model.be(mood);

        Exchange exchange = post("/chat/completions", question("oi", false, List.of()));

        assertThat(exchange).isInstanceOfSatisfying(Exchange.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(status);
            assertThat(answered.header("retry-after").isPresent()).isEqualTo(mood == Mood.LIMITING);
        });
    }

    @ParameterizedTest
    @CsvSource({"SLOW", "HANGING", "ENDLESS"})
    void it_can_take_longer_than_anybody_waits(Mood mood) {
        model.be(mood);
        Call call = Call.post(
                        URI.create(model.baseUrl() + "/chat/completions"),
                        question("oi", false, List.of()),
                        Duration.ofMillis(500))
                .reading(100_000);

        assertThat(caller.send(call)).isInstanceOf(Exchange.NoAnswer.class);
        assertThat(caller.send(call)).isInstanceOf(Exchange.NoAnswer.class);
    }

    @Test
    void nonsense_comes_in_many_forms() {
        model.be(Mood.NONSENSE);
        Set<String> forms = new HashSet<>();

        for (int i = 0; i < 20; i++) {
            Exchange exchange = post("/chat/completions", question("oi", false, List.of()));
            forms.add(((Exchange.Answered) exchange).body());
        }

        assertThat(forms).hasSizeGreaterThan(15);
    }

    @Test
    void near_texts_have_near_vectors() throws IOException {
        Exchange exchange = post(
                "/embeddings", Map.of("input", List.of("estacionar o carro", "estacionamento de carro", "almoço")));
        JsonNode data =
                Json.MAPPER.readTree(((Exchange.Answered) exchange).body()).path("data");

        assertThat(product(data, 0, 1)).isGreaterThan(product(data, 0, 2));
    }

    private static double product(JsonNode data, int one, int other) {
        double product = 0;
        for (int i = 0; i < data.path(one).path("embedding").size(); i++) {
            product += data.path(one).path("embedding").path(i).asDouble()
                    * data.path(other).path("embedding").path(i).asDouble();
        }
        return product;
    }

    @Test
    void it_hears_what_stands_in_the_comment_of_a_recording() throws IOException {
        assertThat(heard(opus("ENCODER=espeak", "TITLE=meu nome é Maria"))).isEqualTo("meu nome é Maria");
        assertThat(heard(opus("description=onde estaciono"))).isEqualTo("onde estaciono");
        assertThat(heard(opus("ENCODER=espeak"))).contains("estacionamento");
        assertThat(heard("no recording".getBytes(StandardCharsets.UTF_8))).contains("estacionamento");
        assertThat(model.requests().getFirst()).contains("whisper-x", "voice.ogg");
    }

    private String heard(byte[] audio) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        List<String> head = List.of(
                "--b",
                "Content-Disposition: form-data; name=\"model\"",
                "",
                "whisper-x",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"voice.ogg\"",
                "Content-Type: audio/ogg",
                "",
                "");
        form.write(String.join("\r\n", head).getBytes(StandardCharsets.UTF_8));
        form.write(audio);
        form.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        Exchange exchange = caller.send(Call.post(
                URI.create(model.baseUrl() + "/audio/transcriptions"),
                "multipart/form-data; boundary=b",
                Body.of(form.toByteArray()),
                PATIENCE));
        return Json.MAPPER
                .readTree(((Exchange.Answered) exchange).body())
                .path("text")
                .asText();
    }

    /// The beginning of an Opus file with these comments.
    private static byte[] opus(String... comments) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("OggS....OpusHead....OggS....OpusTags".getBytes(StandardCharsets.UTF_8));
        write(file, "vendor");
        file.write(new byte[] {(byte) comments.length, 0, 0, 0});
        for (String comment : comments) {
            write(file, comment);
        }
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.write(new byte[] {(byte) bytes.length, 0, 0, 0});
        file.write(bytes);
    }

    @Test
    void an_upload_without_a_file_is_refused() {
        Exchange exchange = caller.send(Call.post(
                URI.create(model.baseUrl() + "/audio/transcriptions"),
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nx\r\n--b--\r\n",
                PATIENCE));

        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(400));
    }

    @Test
    void it_remembers_what_was_sent() throws IOException {
        answer("tem estacionamento?");

        assertThat(model.requests()).singleElement().asString().contains("tem estacionamento?");
        model.forget();
        assertThat(model.requests()).isEmpty();
    }
}
