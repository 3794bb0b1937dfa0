package congressbot.gateway;

import static congressbot.gateway.OpenGowa.HIDDEN;
import static congressbot.gateway.OpenGowa.MARIA;
import static congressbot.gateway.OpenGowa.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.GowaChats.Stored;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GowaSearchTest {
    private static final String REPLY = "Qual é o seu nome completo?";
    private static final Search FOUND = new Search.Found(new SendResult.Sent("3EB0AA"));
    private static final Search ABSENT = new Search.Absent();
    private static final Search UNKNOWABLE = new Search.Unknowable();

    private final OpenGowa gowa = new OpenGowa();
    private final GowaChats chats = gowa.fake.chats();

    @BeforeEach
    void aConversation() {
        chats.store(Stored.text("3A01", MARIA, NOON.minusSeconds(9), "quero me inscrever"));
        gowa.pass(Duration.ofSeconds(60));
    }

    @AfterEach
    void close() {
        gowa.close();
    }

    @Test
    void what_the_bridge_stored_was_sent() {
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.plusSeconds(1), REPLY));

        assertThat(search(MARIA)).isEqualTo(FOUND);
    }

    @Test
    void what_it_did_not_store_was_not() {
        chats.store(Stored.ours("3EB0AB", MARIA, NOON.plusSeconds(1), "outra coisa"));
        chats.store(Stored.text("3A02", MARIA, NOON.plusSeconds(1), REPLY));

        assertThat(search(MARIA)).isEqualTo(ABSENT);
    }

    @Test
    void the_same_words_said_before_are_another_message() {
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.minusSeconds(2), REPLY));

        assertThat(search(MARIA)).isEqualTo(ABSENT);
    }

    /// The bridge gives it up after 45 seconds.
    @Test
    void while_the_try_may_be_at_work_nobody_can_tell_yet() {
        Search tooEarly = gowa.bridge.sentSince(OpenGowa.to(MARIA, REPLY), "r:1", NOON.plusSeconds(11));
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.plusSeconds(12), REPLY));

        assertThat(tooEarly).isInstanceOf(Search.NotYet.class);
        assertThat(gowa.bridge.sentSince(OpenGowa.to(MARIA, REPLY), "r:1", NOON.plusSeconds(11)))
                .isEqualTo(FOUND);
    }

    @Test
    void a_chat_that_would_begin_with_the_try_is_not_there_yet() {
        OutgoingMessage first = OpenGowa.to("5562998765432@s.whatsapp.net", REPLY);

        assertThat(gowa.bridge.sentSince(first, "r:1", NOON.plusSeconds(11))).isInstanceOf(Search.NotYet.class);
    }

    @Test
    void a_bridge_that_stores_nothing_is_not_waited_for() {
        try (OpenGowa storesNothing = new OpenGowa()) {
            assertThat(storesNothing.bridge.sentSince(OpenGowa.to(MARIA, REPLY), "r:1", NOON))
                    .isEqualTo(UNKNOWABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Jakarta"})
    void wherever_the_bridge_runs(String zone) {
        chats.zone(ZoneId.of(zone));
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.plusSeconds(1), REPLY));

        assertThat(search(MARIA)).isEqualTo(FOUND);
    }

    @Test
    void a_chat_with_a_hidden_number_is_stored_under_the_number_that_the_bridge_knows() {
        gowa.fake.devices().known(HIDDEN, MARIA);
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.plusSeconds(1), REPLY));

        assertThat(search(HIDDEN)).isEqualTo(FOUND);
    }

    @Test
    void and_else_under_the_hidden_address() {
        chats.store(Stored.text("3A02", HIDDEN, NOON.minusSeconds(5), "oi"));
        Search before = search(HIDDEN);
        chats.store(Stored.ours("3EB0AA", HIDDEN, NOON.plusSeconds(1), REPLY));

        assertThat(before).isEqualTo(ABSENT);
        assertThat(search(HIDDEN)).isEqualTo(FOUND);
    }

    @Test
    void a_chat_that_the_bridge_does_not_know_proves_nothing() {
        assertThat(search("5562998765432@s.whatsapp.net")).isEqualTo(UNKNOWABLE);
        assertThat(search("no address")).isEqualTo(UNKNOWABLE);
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "503, {}", "401, Unauthorized", "200, <html>", "200, {}"})
    void a_bridge_that_does_not_answer_is_asked_again_for_a_while(int status, String body) {
        chats.instead(call -> FakeGowa.answer(call, status, body));
        Search before = search(MARIA);
        gowa.pass(Duration.ofMinutes(9));

        assertThat(before).isInstanceOf(Search.NotYet.class);
        assertThat(search(MARIA)).isEqualTo(UNKNOWABLE);
    }

    @Test
    void a_bridge_without_history_proves_nothing() {
        chats.instead(call -> FakeGowa.answer(call, 404, "Cannot GET"));

        assertThat(search(MARIA)).isEqualTo(UNKNOWABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDDBC\uFE0F ", "\uD83D\uDCC4 ", ""})
    void a_file_is_found_by_its_caption(String sign) {
        OutgoingMessage ticket = OpenGowa.withFile(REPLY, Attachment.Kind.IMAGE, "a.png", new byte[] {1});
        chats.store(new Stored("3EB0AA", MARIA, NOON.plusSeconds(1), true, sign + REPLY, Optional.of("image")));

        assertThat(gowa.bridge.sentSince(ticket, "r:1", NOON)).isEqualTo(FOUND);
    }

    @Test
    void among_many_messages_it_is_found_all_the_same() {
        for (int i = 0; i < 120; i++) {
            Instant at = NOON.plusSeconds(2).plusMillis(i);
            chats.store(Stored.ours("3EB1" + i, MARIA, at, "mensagem " + i));
        }
        chats.store(Stored.ours("3EB0AA", MARIA, NOON.plusSeconds(1), REPLY));

        assertThat(search(MARIA)).isEqualTo(FOUND);
    }

    private Search search(String chat) {
        return gowa.bridge.sentSince(OpenGowa.to(chat, REPLY), "r:1", NOON);
    }
}
