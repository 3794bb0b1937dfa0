package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.testing.Person;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Chatting chat = new Chatting(NOW);
    private final Jdbi jdbi = chat.jdbi;
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_dead_message_is_kept_once_and_apologised_for_once() {
        chat.say(maria, "oi");
        IncomingMessage poison = maria.says("?");
        DeadMessage dead =
                new DeadMessage(poison.id().value(), poison.conversation().value(), Json.write(poison), "attempts", 6);

        chat.conversing.deadLetters().add(dead);
        chat.conversing.deadLetters().add(dead);

        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).containsExactly("attempts");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE 'd:%'")).hasSize(1);
        assertThat(chat.turn(poison).send()).isEqualTo(SendState.NONE);
    }

    @Test
    void an_apology_that_the_bridge_sends_back_is_known_as_ours() {
        chat.say(maria, "oi");
        chat.conversing.deadLetters().add(dead(maria.says("?")));
        String apology = rows(jdbi, "SELECT body ->> 'text' FROM outbox WHERE key LIKE 'd:%'")
                .getFirst();

        chat.turn(maria.sends(new Content.FromStaff(apology)));

        assertThat(rows(jdbi, "SELECT count(*) FROM conversations WHERE attention IS NULL"))
                .containsExactly("1");
        assertThat(rows(jdbi, "SELECT content ->> 'text' FROM messages WHERE turn_key LIKE 'd:%'"))
                .containsExactly(apology);
    }

    @Test
    void nobody_is_told_that_a_message_of_the_organisers_own_phone_is_lost() {
        chat.say(maria, "oi");

        chat.conversing.deadLetters().add(dead(maria.sends(new Content.FromStaff("Oi Maria"))));

        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).containsExactly("attempts");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE 'd:%'")).isEmpty();
    }

    private static DeadMessage dead(IncomingMessage message) {
        return new DeadMessage(
                message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6);
    }

    @Test
    void a_message_that_took_effect_is_not_buried() {
        IncomingMessage message = maria.says("oi");
        chat.turn(message);

        chat.conversing
                .deadLetters()
                .add(new DeadMessage(
                        message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6));

        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).isEmpty();
    }

    @Test
    void an_envelope_that_nobody_can_read_is_kept_as_it_came() {
        chat.conversing.deadLetters().add(new DeadMessage("gowa:1:X", "gowa:1:y", "{\"v\":99}", "unreadable", 1));

        assertThat(rows(jdbi, "SELECT envelope FROM dead_letters")).containsExactly("{\"v\":99}");
    }
}
