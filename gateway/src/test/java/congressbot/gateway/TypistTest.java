package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.pacing.TypingTime;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypistTest {
    private static final TypingTime EVEN = new TypingTime(
            Duration.ofMillis(40),
            Duration.ofMillis(40),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(3));

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Typist typist = new Typist(EVEN, now::get, new Random(7), waits::add);

    @Test
    void a_reply_comes_when_it_could_have_been_typed() {
        typist.begin(from("1@lid"));
        now.updateAndGet(time -> time.plusMillis(1_700));

        typist.type(to("1@lid", 100));

        assertThat(waits).containsExactly(Duration.ofMillis(2_300));
    }

    @Test
    void the_reply_ends_the_typing() {
        typist.begin(from("1@lid"));
        typist.type(to("1@lid", 100));

        typist.type(to("1@lid", 100));

        assertThat(waits).hasSize(1);
    }

    @Test
    void it_counts_from_the_first_message_of_a_burst() {
        typist.begin(from("1@lid"));
        now.updateAndGet(time -> time.plusMillis(3_000));
        typist.begin(from("1@lid"));

        typist.type(to("1@lid", 100));

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void nobody_waits_where_nothing_is_shown() {
        typist.type(to("1@lid", 100));

        assertThat(waits).isEmpty();
    }

    @Test
    void while_many_wait_the_others_do_not() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Typist slow = new Typist(EVEN, now::get, new Random(7), wait -> {
            waits.add(wait);
            waitFor(end);
        });
        IntStream.range(0, 25).forEach(i -> slow.begin(from(i + "@lid")));
        List<Thread> waiting = IntStream.range(0, 24)
                .mapToObj(i -> Thread.startVirtualThread(() -> slow.type(to(i + "@lid", 100))))
                .toList();
        await().until(() -> waits.size() == 24);

        slow.type(to("24@lid", 100));
        end.countDown();

        assertThat(waits).hasSize(24);
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static IncomingMessage from(String address) {
        return new IncomingMessage(
                IncomingMessage.VERSION,
                SendingGateway.CHANNEL,
                SendingGateway.ACCOUNT,
                new ConversationId(SendingGateway.CHANNEL, SendingGateway.ACCOUNT, address),
                address,
                List.of(),
                new MessageId(SendingGateway.CHANNEL, SendingGateway.ACCOUNT, address),
                new Content.Text("oi"),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                "r-1");
    }

    private static OutgoingMessage to(String address, int characters) {
        return new OutgoingMessage(
                address, SendingGateway.CHANNEL, SendingGateway.ACCOUNT, "x".repeat(characters), List.of());
    }
}
