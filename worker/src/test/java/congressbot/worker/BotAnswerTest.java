package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.http.Body;
import congressbot.wire.http.Exchange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotAnswerTest {
    private static final String NOTHING_TO_SAY =
            "{\"consumed\":2,\"step\":\"IDLE\",\"options\":[],\"send\":{\"key\":\"k\",\"state\":\"none\"},\"requestId\":\"r\"}";

    @Test
    void an_answer_is_read() {
        BotAnswer answer = BotAnswer.of(status(200, NOTHING_TO_SAY), 2);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        BotAnswer.Answered.class,
                        answered -> assertThat(answered.answer().consumed()).isEqualTo(2));
    }

    @Test
    void more_messages_than_were_sent_cannot_be_consumed() {
        assertThat(BotAnswer.of(status(200, NOTHING_TO_SAY), 1)).isInstanceOf(BotAnswer.Strange.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"consumed\":0}"})
    void a_body_that_is_no_answer_is_strange(String body) {
        assertThat(BotAnswer.of(status(200, body), 1)).isInstanceOf(BotAnswer.Strange.class);
    }

    @Test
    void a_reply_to_be_sent_now_must_be_there() {
        String body = NOTHING_TO_SAY.replace("none", "now");

        assertThat(BotAnswer.of(status(200, body), 2)).isInstanceOf(BotAnswer.Strange.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422, 500})
    void a_refusal_blames_the_message(int status) {
        assertThat(BotAnswer.of(status(status, "{}"), 1)).isInstanceOf(BotAnswer.Refused.class);
    }

    @Test
    void a_conflict_is_an_id_of_another_conversation() {
        assertThat(BotAnswer.of(status(409, "{}"), 1)).isInstanceOf(BotAnswer.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 405, 408, 429, 501, 502, 503, 504})
    void a_status_that_says_nothing_of_the_message_blames_bot_api(int status) {
        assertThat(BotAnswer.of(status(status, "{}"), 1)).isInstanceOf(BotAnswer.Unavailable.class);
    }

    @Test
    void a_bot_api_that_cannot_be_reached_is_to_blame() {
        assertThat(BotAnswer.of(new Exchange.NotSent("ConnectException"), 1)).isInstanceOf(BotAnswer.Unavailable.class);
    }

    @Test
    void whether_silence_blames_the_message_is_still_to_be_found_out() {
        assertThat(BotAnswer.of(new Exchange.NoAnswer("TimeoutException"), 1)).isInstanceOf(BotAnswer.Silent.class);
    }

    private static Exchange status(int status, String body) {
        return new Exchange.Answered(status, Map.of(), Body.of(body));
    }
}
