package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Person;
import congressbot.wire.bot.Step;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";

    private final Chatting chat = new Chatting(NOW);
    private final Jdbi jdbi = chat.jdbi;
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void what_no_channel_repeats_any_more_is_forgotten() {
        chat.say(maria, "oi");
        jdbi.useHandle(handle -> handle.execute("UPDATE inbox SET processed_at = '2026-11-10T11:00:00Z'"));

        chat.conversing.retention().forgetSome(NOW);

        assertThat(rows(jdbi, "SELECT message_id FROM inbox")).isEmpty();
    }

    @Test
    void an_unfinished_form_is_forgotten_after_thirty_days() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        chat.conversing.retention().forgetSome(NOW.plus(Duration.ofDays(29)));
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_EMAIL");

        chat.conversing.retention().forgetSome(NOW.plus(Duration.ofDays(31)));

        assertThat(rows(jdbi, "SELECT state FROM conversations")).noneMatch(state -> state.contains("Maria"));
        assertThat(chat.say(maria, "maria@ufg.br").step()).isEqualTo(Step.IDLE);
    }

    @Test
    void an_unfinished_change_goes_back_to_the_registration() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE conversations SET step = 'ASKING_EMAIL', state = '{"type":"collecting","notice":{"version":"1",
                    "shownAt":"2026-11-20T12:00:00Z"},"answers":{"NAME":{"type":"name","value":"Maria da Silva"}},
                    "asked":"EMAIL","tries":2,"followup":{"type":"change","registration":42}}'
                """));

        chat.conversing.retention().forgetSome(NOW.plus(Duration.ofDays(31)));

        assertThat(rows(jdbi, "SELECT step || ' ' || state FROM conversations"))
                .containsExactly("COMPLETED {\"type\": \"completed\", \"tries\": 0, \"participant\": 42}");
        assertThat(chat.say(maria, "oi").step()).isEqualTo(Step.COMPLETED);
    }

    @Test
    void what_was_said_is_forgotten_after_ninety_days_and_the_registration_is_not() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.say(maria, "tem estacionamento para dinossauros?");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO model_calls (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens,
                                         output_tokens, cost_micros, duration_ms, at)
                VALUES ('default', repeat('a', 16), 'answer', repeat('b', 64), '{}', 'passed', 1, 1, 1, 1,
                        '2026-11-20T12:00:00Z')
                """));
        chat.conversing.retention().forgetSome(NOW.plus(Duration.ofDays(89)));
        assertThat(rows(jdbi, "SELECT verdict FROM model_calls")).containsExactly("passed");

        chat.conversing.retention().forgetSome(NOW.plus(Duration.ofDays(91)));

        assertThat(rows(jdbi, "SELECT content FROM messages")).isEmpty();
        assertThat(rows(jdbi, "SELECT verdict FROM model_calls")).isEmpty();
        assertThat(rows(jdbi, "SELECT answered_by || ' ' || (question IS NULL) FROM questions"))
                .containsExactly("nobody true");
        assertThat(rows(jdbi, "SELECT id FROM participants")).hasSize(1);
    }
}
