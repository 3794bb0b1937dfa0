package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.bot.SendState;
import congressbot.wire.http.Headers;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceNotesTest {
    private final TestWorker test = new TestWorker();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_voice_note_comes_to_its_turn_with_its_text() {
        test.enqueueRaw(Messages.envelope("ana", "1"), Messages.voice("ana", "2"));

        test.start();

        test.awaitFinished("1", "2");
        assertThat(transcripts()).containsExactly(Optional.empty(), Optional.of("said: ref-2"));
        assertThat(test.bot.listened).containsExactly("gowa:55:2");
    }

    @Test
    void a_turn_that_is_repeated_asks_with_the_same_id() {
        AtomicInteger turns = new AtomicInteger();
        test.bot.script = request ->
                turns.incrementAndGet() == 1 ? FakeBot.Reply.status(503) : FakeBot.answer(request, SendState.NOW);
        test.enqueueRaw(Messages.voice("ana", "1"));

        test.start();

        test.awaitFinished("1");
        assertThat(test.bot.listened).containsExactly("gowa:55:1", "gowa:55:1");
        assertThat(transcripts()).containsOnly(Optional.of("said: ref-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 413, 415, 422, 500, 503})
    void whatever_bot_api_says_to_it_the_turn_goes_on(int status) {
        test.bot.ear = _ -> FakeBot.Reply.status(status);

        goesOnWithoutText();
    }

    @Test
    void an_answer_that_is_no_transcript_is_none() {
        test.bot.ear = _ -> new FakeBot.Reply(200, "{");

        goesOnWithoutText();
    }

    @ParameterizedTest
    @CsvSource({"404, gone", "413, too-large", "401, unavailable", "503, unavailable", "500, unavailable"})
    void without_the_file_the_turn_goes_on(int status, String reason) {
        test.gateway.media = call -> call.status(status).header(Headers.RETRY_AFTER, "1");

        goesOnWithoutText();

        assertThat(test.bot.listened).isEmpty();
        assertThat(test.log.lines()).anyMatch(line -> line.contains("voice note not heard") && line.contains(reason));
    }

    @Test
    void a_server_that_hangs_delays_a_turn_only_so_long() {
        CountDownLatch gate = test.gate();
        test.bot.ear = _ -> {
            TestWorker.pass(gate);
            return FakeBot.Reply.status(503);
        };
        test.patience = hearing(Duration.ofMillis(300));

        goesOnWithoutText();
    }

    @Test
    void one_bad_note_costs_the_others_nothing() {
        test.bot.ear = bytes -> bytes.equals("ref-2")
                ? FakeBot.Reply.status(415)
                : new FakeBot.Reply(200, "{\"text\":\"" + bytes + "\"}");
        test.enqueueRaw(Messages.voice("ana", "1"), Messages.voice("ana", "2"), Messages.voice("ana", "3"));

        test.start();

        test.awaitFinished("1", "2", "3");
        assertThat(transcripts()).containsExactly(Optional.of("ref-1"), Optional.empty(), Optional.of("ref-3"));
    }

    @Test
    void who_sends_many_at_once_is_heard_so_far() {
        String[] notes = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> Messages.voice("ana", "" + i))
                .toArray(String[]::new);
        test.enqueueRaw(notes);

        test.start();

        test.awaitFinished("1", "8");
        assertThat(transcripts().stream().filter(Optional::isPresent)).hasSize(5);
        assertThat(test.bot.listened).hasSize(5);
    }

    @Test
    void only_a_few_are_in_memory_at_once() {
        CountDownLatch gate = test.gate();
        AtomicInteger now = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        test.bot.ear = bytes -> {
            synchronized (seen) {
                seen.add(now.incrementAndGet());
            }
            TestWorker.pass(gate);
            now.decrementAndGet();
            return new FakeBot.Reply(200, "{\"text\":\"" + bytes + "\"}");
        };
        for (int i = 0; i < 8; i++) {
            test.enqueueRaw(Messages.voice("p" + i, "n" + i));
        }
        test.start();
        TestWorker.eventually(() -> assertThat(now).hasValue(5));

        TestWorker.staysTrue(() -> now.get() == 5);
        gate.countDown();

        test.awaitFinished("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7");
        assertThat(seen).hasSize(8).allMatch(count -> count <= 5);
    }

    @Test
    void a_turn_whose_claim_was_lost_while_it_listened_decides_nothing() {
        CountDownLatch gate = test.gate();
        test.bot.ear = bytes -> {
            TestWorker.pass(gate);
            return new FakeBot.Reply(200, "{\"text\":\"" + bytes + "\"}");
        };
        test.start();
        test.enqueueRaw(Messages.voice("ana", "1"));
        TestWorker.eventually(() -> assertThat(test.bot.listened).hasSize(1));
        test.redis.set("lock:jid:" + Messages.wire("ana"), "somebody else");
        test.redis.zadd("conv:active", Double.POSITIVE_INFINITY, Messages.wire("ana"));
        TestWorker.eventually(() -> assertThat(test.log.lines()).anyMatch(line -> line.contains("claim lost")));

        gate.countDown();

        TestWorker.eventually(() -> assertThat(test.log.turns()).hasSize(1));
        assertThat(test.log.turns()).singleElement().asString().contains("outcome=lost");
        assertThat(test.bot.turns).isEmpty();
    }

    @Test
    void nothing_of_what_was_said_is_logged() {
        test.enqueueRaw(Messages.voice("ana", "1"));

        test.start();

        test.awaitFinished("1");
        assertThat(test.log.lines()).noneMatch(line -> line.contains("said") || line.contains("ref-1"));
    }

    private void goesOnWithoutText() {
        test.enqueueRaw(Messages.voice("ana", "1"));

        test.start();

        test.awaitFinished("1");
        assertThat(transcripts()).containsExactly(Optional.empty());
        assertThat(test.gateway.keys()).containsExactly("k-1");
    }

    private static Patience hearing(Duration patience) {
        Patience normal = TestWorker.SHORT;
        return new Patience(patience, normal.turn(), normal.send(), normal.grace(), normal.retry());
    }

    /// What the last turn knew of each of its messages.
    private List<Optional<String>> transcripts() {
        return test.bot.turns.getLast().request().messages().stream()
                .map(IncomingMessage::content)
                .map(content -> content instanceof Content.Audio audio ? audio.transcript() : Optional.<String>empty())
                .toList();
    }
}
