package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.gowa.Webhooks;
import congressbot.wire.Json;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final String PHONE = "5585922223333@s.whatsapp.net";
    private static final String LID = "184467440737095@lid";
    private static final String HINT = "jid:number:gowa:5585911110000:" + LID;

    private final TestGateway test = new TestGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_hidden_address_that_was_seen_with_a_number_waits_among_the_messages_of_the_number() throws Exception {
        test.webhook(Webhooks.recorded("v9.2-text"));
        test.webhook(Webhooks.recorded("v9.2-lid-only"));

        IncomingMessage hidden = message(1);

        assertThat(hidden.conversation().contact()).isEqualTo(PHONE);
        assertThat(hidden.replyTo()).isEqualTo(LID);
        assertThat(hidden.aliases()).containsExactly(LID);
        assertThat(hidden.phone()).isEmpty();
        await().until(() -> PHONE.equals(test.redis.get(HINT)));
        assertThat(test.gowa.devices().questions()).isEmpty();
    }

    @Test
    void what_another_process_saw_counts_too() throws Exception {
        test.redis.set(HINT, PHONE);

        test.webhook(Webhooks.recorded("v9.2-lid-only"));

        assertThat(message(0).conversation().contact()).isEqualTo(PHONE);
    }

    @Test
    void of_an_address_never_seen_with_a_number_the_bridge_is_asked_and_its_word_is_reported() throws Exception {
        test.gowa.devices().known(LID, PHONE);

        test.webhook(Webhooks.recorded("v9.2-lid-only"));
        await().until(() -> !test.facts("Linked").isEmpty());
        test.webhook(Webhooks.recorded("v9.2-lid-only"));

        assertThat(message(0).conversation().contact()).isEqualTo(LID);
        assertThat(message(1).conversation().contact()).isEqualTo(PHONE);
        assertThat(test.facts("Linked"))
                .singleElement()
                .asString()
                .contains("\"account\":\"5585911110000\"", "\"aliases\":[\"" + PHONE + "\",\"" + LID + "\"]");
    }

    @Test
    void what_the_bridge_does_not_know_it_is_not_asked_with_every_message() throws Exception {
        test.webhook(Webhooks.recorded("v9.2-lid-only"));
        await().until(() -> test.gowa.devices().questions().size() == 1);

        test.webhook(Webhooks.recorded("v9.2-lid-only"));
        test.webhook(Webhooks.recorded("v9.2-lid-only"));

        await().during(Duration.ofMillis(300))
                .until(() -> test.gowa.devices().questions().size() == 1);
        assertThat(message(2).conversation().contact()).isEqualTo(LID);
        assertThat(test.facts("Linked")).isEmpty();
    }

    @Test
    void a_bridge_that_says_nonsense_links_nobody() {
        test.gowa.devices().known(LID, "120363025@g.us");

        test.webhook(Webhooks.recorded("v9.2-lid-only"));
        await().until(() -> test.gowa.devices().questions().size() == 1);

        await().during(Duration.ofMillis(300)).until(() -> test.facts("Linked").isEmpty());
    }

    @Test
    void what_the_staff_writes_in_a_hidden_chat_waits_there_too() throws Exception {
        test.webhook(Webhooks.recorded("v9.2-text"));
        test.webhook(Webhooks.recorded("v8.3-staff-in-hidden-chat"));

        assertThat(message(1).conversation().contact()).isEqualTo(PHONE);
    }

    private IncomingMessage message(int index) throws Exception {
        return Json.read(test.queued().get(index), IncomingMessage.class);
    }
}
