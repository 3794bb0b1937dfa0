package congressbot.bot.speech;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.congress.Congress;
import congressbot.bot.speech.Transcription.Reason;
import congressbot.bot.testing.Recordings;
import congressbot.bot.testing.Rooms;
import congressbot.wire.http.Body;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.MessageId;
import congressbot.wire.testing.TestRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

class StenographerTest {
    private static final MessageId NOTE = MessageId.parse("gowa:5562900000000:3A01");
    private static final Congress CONGRESS =
            Rooms.sample().of(new ChannelName("gowa"), "1").congress();

    private final UnifiedJedis redis = TestRedis.emptied();
    private final List<Recording> heard = new CopyOnWriteArrayList<>();
    private final List<Hearing> book = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void a_note_is_taken_down_once() {
        Stenographer stenographer = hearing("quero me inscrever");

        Transcription first = take(stenographer, Recordings.ogg());
        Transcription second = take(stenographer, Recordings.ogg());

        assertThat(first).isEqualTo(new Transcription.Heard("quero me inscrever"));
        assertThat(second).isEqualTo(first);
        assertThat(heard).hasSize(1);
        assertThat(stenographer.remembered(NOTE)).contains("quero me inscrever");
    }

    @Test
    void it_is_remembered_for_a_day_as_its_text_alone() {
        take(hearing("sim"), Recordings.ogg());

        assertThat(redis.keys("*")).containsExactly("asr:gowa:5562900000000:3A01");
        assertThat(redis.get("asr:gowa:5562900000000:3A01")).isEqualTo("sim");
        assertThat(redis.ttl("asr:gowa:5562900000000:3A01")).isBetween(86_390L, 86_400L);
    }

    @Test
    void whoever_asks_for_a_note_that_is_being_heard_waits_for_it() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Stenographer stenographer = hearing(recording -> {
            listening.countDown();
            awaited(mayEnd);
            return new Transcription.Heard("oi");
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Transcription>> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(threads.submit(() -> take(stenographer, Recordings.ogg())));
            }
            listening.await();
            mayEnd.countDown();
            for (Future<Transcription> one : all) {
                assertThat(one.get()).isEqualTo(new Transcription.Heard("oi"));
            }
        }
        assertThat(heard).hasSize(1);
    }

    @Test
    void what_failed_is_tried_anew_the_next_time() {
        Stenographer stenographer = hearing(_ -> new Transcription.Unavailable(Reason.TIMEOUT));

        take(stenographer, Recordings.ogg());
        take(stenographer, Recordings.ogg());

        assertThat(heard).hasSize(2);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void a_failure_of_the_transcriber_lets_nobody_wait_for_ever() {
        Stenographer stenographer = hearing(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(thrown(() -> take(stenographer, Recordings.ogg()))).isTrue();
        assertThat(thrown(() -> take(stenographer, Recordings.ogg()))).isTrue();
    }

    @Test
    void without_redis_it_goes_on_and_pays_again() {
        TestRedis.Own own = TestRedis.own();
        UnifiedJedis gone = own.client();
        Stenographer stenographer =
                new Stenographer(noting(_ -> new Transcription.Heard("oi")), new Transcripts(gone), _ -> {});
        own.close();

        assertThat(stenographer.takeDown(CONGRESS, Optional.of(NOTE), Recordings.ogg()))
                .isEqualTo(new Transcription.Heard("oi"));
        gone.close();
    }

    @Test
    void the_names_of_the_congress_are_told_and_nobody_elses() {
        take(hearing("oi"), Recordings.ogg());

        assertThat(heard.getFirst().hint())
                .isEqualTo("Congresso Brasileiro de Agropecuária Sustentável 2027, CBAS 2027, "
                        + "Centro de Convenções de Goiânia, Goiânia.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "♪♪",
                "you",
                "Thank you.",
                "Legendas pela comunidade Amara.org",
                "Obrigado por assistir! Obrigado por assistir! Obrigado por assistir!",
                "Se inscreva no canal. Deixe seu like.",
                "Congresso Brasileiro de Agropecuária Sustentável 2027, CBAS 2027"
            })
    void what_a_model_writes_when_nobody_speaks_is_silence(String text) {
        assertThat(take(hearing(text), Recordings.ogg())).isEqualTo(new Transcription.Silent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sim.",
                "Não",
                "Goiânia",
                "1",
                "CBAS 2027",
                "Centro de Convenções",
                "quero me inscrever no congresso",
                "Obrigado!",
                "Música eletrônica, you know"
            })
    void a_short_answer_is_an_answer(String text) {
        assertThat(take(hearing(text), Recordings.ogg())).isEqualTo(new Transcription.Heard(text));
    }

    @Test
    void an_endless_text_is_cut() {
        Transcription taken = take(hearing("a b ".repeat(10_000)), Recordings.ogg());

        assertThat(((Transcription.Heard) taken).text()).hasSize(10_000);
    }

    @Test
    void an_empty_file_is_silence_and_a_picture_no_audio() {
        Stenographer stenographer = hearing("oi");

        assertThat(take(stenographer, Body.EMPTY)).isEqualTo(new Transcription.Silent());
        assertThat(take(stenographer, Body.of("%PDF-1.7"))).isEqualTo(new Transcription.Unsupported());
        assertThat(take(stenographer, Body.of("<html>"))).isEqualTo(new Transcription.Unsupported());
        assertThat(heard).isEmpty();
    }

    @Test
    void each_hearing_is_told_once_and_as_it_counts() {
        Stenographer stenographer = hearing("Legendas pela comunidade Amara.org");

        take(stenographer, Recordings.ogg());

        assertThat(book).singleElement().satisfies(told -> {
            assertThat(told.congress()).isEqualTo(CONGRESS.id());
            assertThat(told.message()).contains(NOTE);
            assertThat(told.recording()).isEqualTo(heard.getFirst());
            assertThat(told.result()).isEqualTo(new Transcription.Silent());
        });
    }

    @Test
    void nothing_is_told_where_no_server_was_asked() {
        Stenographer stenographer = hearing("oi");
        take(stenographer, Recordings.ogg());
        book.clear();

        take(stenographer, Recordings.ogg());
        take(stenographer, Body.EMPTY);
        take(stenographer, Body.of("%PDF-1.7"));
        Stenographer off = new Stenographer(new OfflineTranscriber(), new Transcripts(redis), book::add);
        off.takeDown(CONGRESS, Optional.empty(), Recordings.ogg());

        assertThat(book).isEmpty();
    }

    @Test
    void a_hearing_that_failed_is_told_as_well() {
        take(hearing(_ -> new Transcription.Unavailable(Reason.FAILED)), Recordings.ogg());

        assertThat(book).extracting(told -> told.result().word()).containsExactly("failed");
    }

    private Stenographer hearing(String text) {
        return hearing(_ -> new Transcription.Heard(text));
    }

    private Stenographer hearing(Transcriber transcriber) {
        return new Stenographer(noting(transcriber), new Transcripts(redis), book::add);
    }

    private Transcriber noting(Transcriber transcriber) {
        return recording -> {
            heard.add(recording);
            return transcriber.transcribe(recording);
        };
    }

    private static Transcription take(Stenographer stenographer, Body file) {
        return stenographer.takeDown(CONGRESS, Optional.of(NOTE), file);
    }

    private static boolean thrown(Runnable act) {
        try {
            act.run();
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
