package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class EngineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CPF = "529.982.247-25";

    private final Chatting chat = new Chatting(NOW);
    private final Jdbi jdbi = chat.jdbi;
    private final UnifiedJedis redis = chat.redis;
    private final ConversationQueue queue = chat.queue;
    private final Conversing conversing = chat.conversing;
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_registration_leaves_its_row_its_mail_and_its_transcript() {
        Answered last = chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);

        assertThat(last.step()).isEqualTo(Step.COMPLETED);
        assertThat(
                        rows(
                                jdbi,
                                "SELECT full_name || ' ' || email || ' ' || cpf || ' ' || city_code || ' ' || state FROM participants"))
                .containsExactly("Maria da Silva maria@ufg.br 52998224725 5208707 GO");
        assertThat(rows(jdbi, "SELECT body->>'to' FROM outbox WHERE kind = 'mail'"))
                .containsExactly("maria@ufg.br");
        assertThat(rows(jdbi, "SELECT direction FROM messages ORDER BY id")).hasSize(16);
        assertThat(rows(jdbi, "SELECT kind FROM conversation_events WHERE kind <> 'step' ORDER BY id"))
                .containsExactly("confirmed", "registered");
    }

    @Test
    void a_correction_leaves_what_an_organiser_changed_while_it_was_typed() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.talk(maria, "quero corrigir meu e-mail", "outra@ufg.br");
        jdbi.useHandle(handle -> handle.execute("UPDATE participants SET phone = '+5562911112222'"));

        Answered amended = chat.say(maria, "sim");

        assertThat(amended.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(jdbi, "SELECT email || ' ' || phone FROM participants"))
                .containsExactly("outra@ufg.br +5562911112222");
    }

    @Test
    void a_second_delivery_is_answered_without_a_second_effect() {
        IncomingMessage wish = maria.says("quero me inscrever");
        Answered first = chat.turn(wish);

        Answered second = chat.turn(wish);

        assertThat(second).isEqualTo(first);
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("1");
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
    }

    @Test
    void a_second_delivery_after_the_reply_was_sent_sends_nothing() {
        IncomingMessage wish = maria.says("quero me inscrever");
        chat.turn(wish);
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET status = 'sent', finished_at = now()"));

        assertThat(chat.turn(wish).send()).isEqualTo(SendState.DONE);
    }

    @Test
    void a_burst_gets_one_answer() {
        Answered answered = chat.turn(maria.says("oi"), maria.says("quero me inscrever"), maria.says("Maria da Silva"));

        assertThat(answered.consumed()).isEqualTo(3);
        assertThat(answered.step()).isEqualTo(Step.ASKING_EMAIL);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
    }

    @Test
    void a_burst_never_runs_past_the_summary() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia");

        Answered summary = chat.turn(maria.says("1"), maria.says("sim"));

        assertThat(summary.consumed()).isEqualTo(1);
        assertThat(summary.step()).isEqualTo(Step.CONFIRMING);
        assertThat(rows(jdbi, "SELECT id FROM participants")).isEmpty();
    }

    @Test
    void a_burst_that_gives_a_registration_up_goes_on_without_it() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.talk(maria, "cancelar");
        IncomingMessage yes = maria.says("sim");
        IncomingMessage wish = maria.says("quero me inscrever");
        IncomingMessage name = maria.says("Maria da Silva");
        IncomingMessage email = maria.says("maria@ufg.br");

        Answered cancelled = chat.turn(yes, wish, name, email);
        Answered again = chat.turn(wish, name, email);

        assertThat(cancelled.consumed()).isEqualTo(1);
        assertThat(again.consumed()).isEqualTo(3);
        assertThat(again.step()).isEqualTo(Step.ASKING_CPF);
    }

    @Test
    void a_repeated_batch_that_was_composed_differently_covers_only_its_own_messages() {
        IncomingMessage first = maria.says("oi");
        IncomingMessage second = maria.says("quero me inscrever");
        IncomingMessage third = maria.says("Maria da Silva");
        chat.turn(first, second);

        Answered again = chat.turn(first, second, third);
        Answered middle = chat.turn(second, third);
        Answered fresh = chat.turn(third);

        assertThat(again.consumed()).isEqualTo(2);
        assertThat(middle.consumed()).isEqualTo(1);
        assertThat(fresh.step()).isEqualTo(Step.ASKING_EMAIL);
    }

    @Test
    void a_new_message_before_a_known_one_is_a_turn_of_its_own() {
        IncomingMessage known = maria.says("oi");
        chat.turn(known);
        IncomingMessage fresh = maria.says("quero me inscrever");

        Answered answered = chat.turn(fresh, known);

        assertThat(answered.consumed()).isEqualTo(1);
        assertThat(answered.step()).isEqualTo(Step.ASKING_NAME);
    }

    @Test
    void a_snapshot_that_is_out_of_date_is_noticed() {
        chat.talk(maria, "quero me inscrever");
        Engine other = Rooms.conversing(jdbi, redis, queue, () -> NOW).engine();
        other.turn(List.of(maria.says("Maria da Silva")));

        assertThat(chat.say(maria, "maria@ufg.br").step()).isEqualTo(Step.ASKING_CPF);
    }

    @Test
    void without_redis_turns_go_on() {
        try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), 1)) {
            Engine alone = Rooms.conversing(
                            jdbi, nobody, new ConversationQueue(nobody, QueueLimits.defaults()), () -> NOW)
                    .engine();

            alone.turn(List.of(maria.says("quero me inscrever")));
            Answered second = (Answered) alone.turn(List.of(maria.says("Maria da Silva")));

            assertThat(second.step()).isEqualTo(Step.ASKING_EMAIL);
            assertThat(second.send()).isEqualTo(SendState.LATER);
        }
    }

    @Test
    void the_phone_number_and_the_hidden_number_are_one_person() {
        String lid = "184467440737095@lid";
        chat.turn(maria.saysAs(lid, List.of(lid), "quero me inscrever"));
        chat.turn(maria.saysAs(maria.jid(), List.of(maria.jid(), lid), "Maria da Silva"));

        Answered third = chat.turn(maria.saysAs(maria.jid(), List.of(maria.jid()), "maria@ufg.br"));

        assertThat(third.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(rows(jdbi, "SELECT id FROM contacts")).hasSize(1);
    }

    @Test
    void an_id_that_is_known_from_another_conversation_shows_nothing() {
        IncomingMessage hers = maria.says("quero me inscrever");
        chat.turn(hers);
        IncomingMessage forged = Person.forging(hers, "5511900000000@s.whatsapp.net");

        assertThat(conversing.engine().turn(List.of(forged))).isEqualTo(new TurnResult.Foreign());
    }

    @Test
    void an_id_that_another_conversation_notes_at_this_moment_shows_nothing() throws Exception {
        chat.turn(maria.says("quero me inscrever"));
        IncomingMessage hers = maria.says("Maria da Silva");
        IncomingMessage forged = Person.forging(hers, "5511900000000@s.whatsapp.net");
        Future<TurnResult> turn;
        try (Handle open = jdbi.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            open.begin();
            open.execute("""
                    INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status)
                    SELECT 'default', 'gowa', ?, ?, id, ?, 'done' FROM conversations
                    """, Person.ACCOUNT, hers.id().providerId(), Inbox.turnKey(hers.id()));
            open.execute("""
                    INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at)
                    SELECT 'default', ?, 'reply', id, '{}', 'pending', now() FROM conversations
                    """, Inbox.turnKey(hers.id()));
            turn = threads.submit(() -> conversing.engine().turn(List.of(forged)));
            Awaitility.await()
                    .until(
                            () -> rows(jdbi, "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                                    .size(),
                            waiting -> waiting > 0);
            open.commit();
        }

        assertThat(turn.get()).isEqualTo(new TurnResult.Foreign());
    }

    @Test
    void what_counts_against_a_chat_is_not_reset_by_erasing_it() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva", "apagar meus dados", "sim");
        List<String> before = rows(jdbi, "SELECT id FROM conversations");
        Engine other = Rooms.conversing(jdbi, redis, queue, () -> NOW).engine();

        other.turn(List.of(maria.says("quero me inscrever")));

        assertThat(rows(jdbi, "SELECT id FROM conversations")).isEqualTo(before);
        assertThat(rows(jdbi, "SELECT detail FROM conversation_events WHERE kind = 'erased'"))
                .hasSize(1);
    }

    @Test
    void an_old_message_is_kept_and_not_answered() {
        Answered old = chat.turn(maria.saidAt(NOW.minus(Duration.ofHours(25)), "quero me inscrever"));

        assertThat(old.send()).isEqualTo(SendState.NONE);
        assertThat(old.step()).isEqualTo(Step.IDLE);
        assertThat(rows(jdbi, "SELECT direction FROM messages")).containsExactly("in");
    }

    @Test
    void a_message_that_was_on_its_way_for_more_than_a_day_is_old_and_less_is_a_matter_of_clocks() {
        Answered late = chat.turn(maria.sentAt(NOW.minus(Duration.ofHours(25)), "quero me inscrever"));
        Answered doubtful = chat.turn(maria.sentAt(NOW.minus(Duration.ofHours(23)), "quero me inscrever"));

        assertThat(late.send()).isEqualTo(SendState.NONE);
        assertThat(doubtful.step()).isEqualTo(Step.ASKING_NAME);
    }

    @Test
    void a_reaction_is_kept_and_not_answered() {
        Answered answered = chat.turn(maria.sends(new Content.Reaction("X", "👍")));

        assertThat(answered.reply()).isEmpty();
        assertThat(answered.consumed()).isEqualTo(1);
    }

    @Test
    void a_reply_waits_for_an_older_one_unless_the_gateway_has_sent_that() {
        Answered first = chat.say(maria, "oi");
        Answered second = chat.say(maria, "quero me inscrever");
        queue.sent(first.key(), "W1", "{}");
        queue.sent(second.key(), "W2", "{}");

        Answered third = chat.say(maria, "Maria da Silva");

        assertThat(first.send()).isEqualTo(SendState.NOW);
        assertThat(second.send()).isEqualTo(SendState.LATER);
        assertThat(third.send()).isEqualTo(SendState.NOW);
    }

    @Test
    void of_a_hundred_confirmations_with_one_cpf_one_is_stored_and_all_are_answered_kindly() throws Exception {
        List<Callable<Answered>> confirmations = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Person person = new Person("55629900%05d".formatted(i), NOW);
            chat.talk(
                    person,
                    "quero me inscrever",
                    "Pessoa de Tal",
                    "p" + i + "@ufg.br",
                    CPF,
                    "62 99876-5432",
                    "Goiânia",
                    "1");
            confirmations.add(() -> chat.say(person, "sim"));
        }

        List<Answered> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answered> answer : people.invokeAll(confirmations)) {
                answers.add(answer.get());
            }
        }

        assertThat(rows(jdbi, "SELECT id FROM participants")).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.step() == Step.COMPLETED))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.step() == Step.ASKING_CPF))
                .hasSize(99);
        assertThat(answers).allMatch(answer -> answer.reply().isPresent());
    }

    @Test
    void a_cancelled_registration_frees_its_cpf() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        chat.talk(maria, "cancelar", "sim");

        Answered again = chat.register(new Person("5511911112222", NOW), "Ana de Souza", "ana@usp.br", CPF);

        assertThat(again.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(jdbi, "SELECT status FROM participants ORDER BY id")).containsExactly("cancelled", "confirmed");
    }

    @Test
    void after_three_duplicate_hits_a_chat_learns_nothing_more() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        Person curious = new Person("5511911112222", NOW);
        chat.talk(curious, "quero me inscrever", "Zé Curioso", "maria@ufg.br", "maria@ufg.br", "maria@ufg.br");

        Answered taken = chat.say(curious, "maria@ufg.br");
        Answered free = chat.say(curious, "ninguem@ufg.br");

        assertThat(List.of(taken, free))
                .allMatch(answer -> answer.step() == Step.ASKING_EMAIL)
                .allMatch(answer -> answer.reply().orElseThrow().contains("secretaria@cbas2027.example"));
    }

    @Test
    void a_burst_cannot_try_out_many_values() {
        chat.register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        Person curious = new Person("5511911112222", NOW);
        chat.talk(curious, "quero me inscrever", "Zé Curioso");

        Answered first = chat.turn(curious.says("maria@ufg.br"), curious.says("outra@ufg.br"));

        assertThat(first.consumed()).isEqualTo(1);
    }

    @Test
    void a_process_that_has_just_started_goes_on_with_a_stored_conversation() {
        chat.talk(maria, "quero me inscrever", "Maria da Silva");
        Engine fresh = Rooms.conversing(jdbi, redis, queue, () -> NOW).engine();

        Answered answered = (Answered) fresh.turn(List.of(maria.says("maria@ufg.br")));

        assertThat(answered.step()).isEqualTo(Step.ASKING_CPF);
    }
}
