package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that come in another order than they were sent in.
class OrderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";

    private final Chatting chat = new Chatting(NOW);
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_text_that_overtook_its_photo_comes_after_it() {
        IncomingMessage text = maria.sentAt(after(2), "esse é o meu comprovante");
        IncomingMessage photo = maria.sentAt(after(1), new Content.Image("ref", Optional.empty()));

        assertThat(Order.of(List.of(text, photo), Optional::empty)).containsExactly(photo, text);
    }

    @Test
    void what_was_sent_in_the_same_second_stays_as_it_came() {
        IncomingMessage oi = maria.sentAt(after(1), "oi");
        IncomingMessage wish = maria.sentAt(after(1), "quero me inscrever");
        IncomingMessage before = maria.sentAt(NOW, "bom dia");

        assertThat(Order.of(List.of(wish, oi, before), Optional::empty)).containsExactly(before, wish, oi);
    }

    @Test
    void what_was_written_before_our_last_words_never_overtakes_what_answers_them() {
        IncomingMessage yes = maria.sentAt(after(20), "sim");
        IncomingMessage backlog = maria.sentAt(after(-3_600), "meu nome é Ana Souza");
        IncomingMessage older = maria.sentAt(after(-3_700), "oi");
        IncomingMessage earlier = maria.sentAt(after(15), "tudo certo");

        List<IncomingMessage> heard =
                Order.of(List.of(yes, backlog, older, earlier), () -> Optional.of(NOW.plusSeconds(10)));

        assertThat(heard).containsExactly(yes, older, backlog, earlier);
    }

    @Test
    void nothing_is_looked_up_while_everything_is_in_order() {
        List<IncomingMessage> inOrder = List.of(maria.sentAt(after(1), "oi"), maria.sentAt(after(2), "tudo bem?"));

        List<IncomingMessage> heard = Order.of(inOrder, () -> {
            throw new AssertionError("asked for nothing");
        });

        assertThat(heard).isEqualTo(inOrder);
    }

    @Test
    void a_backlog_does_not_change_what_a_yes_was_said_to() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1");

        Answered yes = chat.turn(maria.sentAt(after(20), "sim"), maria.sentAt(after(-600), "meu nome é Outra Pessoa"));

        assertThat(yes.step()).isEqualTo(Step.COMPLETED);
        assertThat(yes.consumed()).isEqualTo(1);
        assertThat(rows(chat.jdbi, "SELECT full_name FROM participants")).containsExactly("Maria da Silva");
    }

    @Test
    void a_yes_that_came_behind_what_was_sent_after_it_is_heard_first() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1");
        chat.jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET status = 'sent', finished_at = now()"));
        IncomingMessage thanks = maria.sentAt(after(3), "obrigada");
        IncomingMessage yes = maria.sentAt(after(2), "sim");

        Answered first = chat.turn(thanks, yes);
        Answered second = chat.turn(yes);

        assertThat(first.consumed()).isEqualTo(1);
        assertThat(first.send()).isEqualTo(SendState.LATER);
        assertThat(second.consumed()).isEqualTo(1);
        assertThat(second.send()).isEqualTo(SendState.NOW);
        assertThat(second.reply().orElseThrow()).contains("Inscrição confirmada");
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM participants")).containsExactly("1");
        assertThat(rows(chat.jdbi, "SELECT message_id FROM inbox")).hasSize(9).doesNotHaveDuplicates();
        assertThat(rows(
                        chat.jdbi,
                        "SELECT content->>'text' FROM messages WHERE direction = 'in' ORDER BY id DESC LIMIT 2"))
                .containsExactly("obrigada", "sim");
    }

    @Test
    void a_repeated_batch_out_of_order_is_answered_as_before() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia", "1");
        IncomingMessage thanks = maria.sentAt(after(3), "obrigada");
        IncomingMessage yes = maria.sentAt(after(2), "sim");
        Answered first = chat.turn(thanks, yes);

        Answered repeated = chat.turn(thanks, yes);

        assertThat(repeated).isEqualTo(first);
        assertThat(rows(chat.jdbi, "SELECT count(*) FROM participants")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_registration_whose_messages_come_in_any_order_ends_as_in_theirs(long seed) {
        List<IncomingMessage> sent = new ArrayList<>();
        for (String text : List.of(
                "quero me inscrever",
                "Maria da Silva",
                "maria@ufg.br",
                CPF,
                "62 99876-5432",
                "Goiânia",
                "1",
                "o nome é Maria da Silva Souza")) {
            sent.add(maria.sentAt(after(sent.size() + 1), text));
        }
        List<IncomingMessage> queue = new ArrayList<>(sent);
        Collections.shuffle(queue, new Random(seed));

        List<Answered> answers = processed(queue);

        assertThat(answers).allMatch(answer -> answer.consumed() > 0);
        assertThat(rows(chat.jdbi, "SELECT message_id FROM inbox"))
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(message -> message.id().providerId()).toList());
        assertThat(rows(chat.jdbi, "SELECT step FROM conversations")).containsExactly("CONFIRMING");
        assertThat(rows(chat.jdbi, "SELECT state #>> '{registration,name,value}' FROM conversations"))
                .containsExactly("Maria da Silva Souza");
        assertThat(rows(chat.jdbi, "SELECT content->>'text' FROM messages WHERE direction = 'in' ORDER BY id"))
                .containsExactlyElementsOf(sent.stream()
                        .map(message -> ((Content.Text) message.content()).text())
                        .toList());
    }

    /// As a worker does: claims all that waits, forgets what the answer says, and claims again.
    private List<Answered> processed(List<IncomingMessage> queue) {
        List<Answered> answers = new ArrayList<>();
        while (!queue.isEmpty()) {
            Answered answer = chat.turn(queue.toArray(IncomingMessage[]::new));
            queue.subList(0, answer.consumed()).clear();
            answers.add(answer);
        }
        return answers;
    }

    private static Instant after(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
