package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class HeadwayTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";
    private static final String[] FORM = {
        "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1"
    };

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final MovedTime time = new MovedTime(NOW);
    private final Conversing conversing =
            Rooms.conversing(jdbi, redis, new ConversationQueue(redis, QueueLimits.defaults()), time);
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        redis.close();
    }

    private void say(String... texts) {
        for (String text : texts) {
            conversing.engine().turn(List.of(maria.says(text)));
        }
    }

    private List<String> stages() {
        return rows(jdbi, "SELECT detail FROM conversation_events WHERE kind = 'step' ORDER BY id");
    }

    @Test
    void every_stage_of_a_registration_is_noted_once_with_the_channel_and_the_language() {
        say("oi");
        say(FORM);
        say("sim");

        assertThat(stages())
                .containsExactly(
                        "begun", "name", "email", "document", "phone", "city", "profile", "summary", "registered");
        assertThat(rows(
                        jdbi,
                        "SELECT DISTINCT channel || ' ' || language FROM conversation_events WHERE kind = 'step'"))
                .containsExactly("gowa pt-BR");
    }

    @Test
    void the_time_to_finish_runs_from_the_first_question() {
        say("oi");
        time.pass(Duration.ofHours(1));
        say(FORM[0]);
        time.pass(Duration.ofSeconds(95));
        say("Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1", "sim");

        assertThat(rows(jdbi, "SELECT seconds FROM conversation_events WHERE detail = 'registered'"))
                .containsExactly("95");
    }

    @Test
    void a_clock_that_was_set_back_lets_nothing_last_less_than_no_time() {
        say(FORM);
        time.pass(Duration.ofHours(-1));

        say("sim");

        assertThat(rows(jdbi, "SELECT seconds FROM conversation_events WHERE detail = 'registered'"))
                .containsExactly("0");
    }

    @Test
    void who_goes_back_reaches_no_stage_a_second_time() {
        say("quero me inscrever", "Maria da Silva", "maria@ufg.br", "voltar", "ana@ufg.br", CPF);

        assertThat(stages()).containsExactly("begun", "name", "email", "document", "phone");
    }

    @Test
    void who_tells_several_things_at_once_has_passed_the_stages_between() {
        say("quero me inscrever", "Maria da Silva, maria@ufg.br, CPF " + CPF);

        assertThat(stages()).containsExactly("begun", "name", "email", "document", "phone");
    }

    @Test
    void a_form_that_is_cancelled_and_begun_anew_counts_again() {
        say("quero me inscrever", "Maria da Silva", "cancelar", "sim", "quero me inscrever");

        assertThat(stages()).containsExactly("begun", "name", "email", "name");
    }

    @Test
    void registering_somebody_else_is_another_registration_and_changing_one_is_none() {
        say(FORM);
        say("sim", "quero corrigir meu e-mail", "outra@ufg.br", "sim");
        int before = stages().size();

        say("quero inscrever outra pessoa");

        assertThat(stages()).hasSize(before + 1).endsWith("registered", "name");
    }

    @Test
    void how_long_the_message_waited_is_noted_once_a_turn() {
        time.pass(Duration.ofMillis(1_500));

        say("quero me inscrever");

        assertThat(rows(jdbi, "SELECT concat_ws(' ', detail, waited_ms) FROM conversation_events ORDER BY id"))
                .containsExactly("begun 1500", "name");
    }

    @Test
    void a_message_that_takes_no_second_effect_notes_nothing() {
        var message = maria.says("quero me inscrever");
        conversing.engine().turn(List.of(message));

        conversing.engine().turn(List.of(message));

        assertThat(stages()).containsExactly("begun", "name");
    }
}
