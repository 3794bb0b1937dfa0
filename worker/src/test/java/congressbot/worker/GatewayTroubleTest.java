package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTroubleTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_reply_in_flight_is_asked_for_again_until_it_is_sent() {
        test.gateway.statuses.addAll(List.of(409, 409));
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.gateway.keys()).containsExactly("k-1", "k-1", "k-1");
        assertThat(test.log.turns())
                .hasSize(3)
                .allMatch(line -> line.contains(" attempt=1 "))
                .last()
                .asString()
                .contains("delivery=sent");
    }

    @Test
    void seven_times_in_flight_is_no_dead_letter() {
        test.gateway.statuses.addAll(List.of(409, 409, 409, 409, 409, 409, 409));
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.gateway.sends).hasSize(8);
        assertThat(test.bot.dead).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, left-to-relay", "504, left-to-relay", "500, left-to-relay", "401, left-to-relay", "422, refused"})
    void a_turn_is_done_whatever_the_gateway_says(int status, String delivery) {
        test.gateway.statuses.add(status);
        test.start();

        test.enqueue("ana", "1");

        test.awaitFinished("1");
        assertThat(test.gateway.sends).hasSize(1);
        assertThat(test.bot.turns).hasSize(1);
        assertThat(test.log.turns()).singleElement().asString().contains("outcome=answered", "delivery=" + delivery);
    }

    @Test
    void turns_go_on_while_the_gateway_is_gone() {
        test.gatewayUri = URI.create("http://127.0.0.1:1");
        test.start();

        test.enqueue("ana", "1");
        test.enqueue("bia", "2");

        test.awaitFinished("1", "2");
        assertThat(test.log.turns()).hasSize(2).allMatch(line -> line.contains("delivery=left-to-relay"));
    }
}
