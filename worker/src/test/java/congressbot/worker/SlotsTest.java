package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Duration NOT_LONG = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Slots slots = new Slots(2);

    @Test
    void there_are_as_many_places_as_allowed() {
        slots.take(NOT_LONG);
        slots.take(NOT_LONG);

        boolean third = slots.take(NOT_LONG);

        assertThat(third).isFalse();
        assertThat(slots.taken()).isEqualTo(2);
    }

    @Test
    void a_place_that_is_given_back_wakes_who_waits() {
        slots.take(NOT_LONG);
        slots.take(NOT_LONG);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> slots.take(LONG));

        slots.giveBack();

        assertThat(third.join()).isTrue();
    }

    @Test
    void nothing_begins_while_a_neighbour_is_down() {
        slots.take(NOT_LONG);

        boolean news = slots.healthy(false);

        assertThat(news).isTrue();
        assertThat(slots.healthy(false)).isFalse();
        assertThat(slots.take(NOT_LONG)).isFalse();
        assertThat(slots.begin(false, NOT_LONG)).isFalse();
        assertThat(slots.mayGoOn()).isFalse();
    }

    @Test
    void a_suspect_begins_when_the_others_have_given_back() {
        slots.take(NOT_LONG);
        slots.take(NOT_LONG);
        CompletableFuture<Boolean> suspect = CompletableFuture.supplyAsync(() -> slots.begin(true, LONG));
        TestWorker.eventually(() -> assertThat(slots.mayGoOn()).isFalse());
        boolean early = suspect.isDone();

        slots.giveBack();

        assertThat(early).isFalse();
        assertThat(suspect.join()).isTrue();
        assertThat(slots.begin(false, NOT_LONG)).isFalse();
        assertThat(slots.begin(true, NOT_LONG)).isFalse();
        slots.end(true);
        assertThat(slots.begin(false, NOT_LONG)).isTrue();
    }

    @Test
    void a_suspect_that_waited_in_vain_lets_the_others_go_on() {
        slots.take(NOT_LONG);
        slots.take(NOT_LONG);

        boolean began = slots.begin(true, NOT_LONG);

        assertThat(began).isFalse();
        assertThat(slots.mayGoOn()).isTrue();
    }

    @Test
    void closing_wakes_everybody_and_lets_nothing_begin() {
        slots.take(NOT_LONG);
        slots.take(NOT_LONG);
        CompletableFuture<Boolean> suspect = CompletableFuture.supplyAsync(() -> slots.begin(true, LONG));
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> slots.take(LONG));

        slots.close();

        assertThat(suspect.join()).isFalse();
        assertThat(third.join()).isFalse();
        assertThat(slots.begin(false, NOT_LONG)).isFalse();
        assertThat(slots.awaitEmpty(NOT_LONG)).isFalse();
    }
}
