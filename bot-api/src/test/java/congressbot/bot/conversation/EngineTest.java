package congressbot.bot.conversation;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.State;
import congressbot.bot.session.RedisSessions;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.queue.RedisConnections;
import congressbot.wire.testing.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.UnifiedJedis;

class EngineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Conversing.Times TIMES = new Conversing.Times(Duration.ofHours(24), Duration.ofDays(7));
    private static final String CPF = "529.982.247-25";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
    private final RedisSessions sessions = new RedisSessions(redis, Duration.ofMinutes(1));
    private final Conversing conversing = Conversing.over(
            new Conversing.Stores(jdbi, queue, sessions, new Outbox(jdbi), new Participants(jdbi)),
            Rooms.sample(),
            Rooms.asking(jdbi),
            TIMES,
            new SimpleMeterRegistry(),
            () -> NOW);
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void a_registration_leaves_its_row_its_mail_and_its_transcript() {
        Answered last = register(maria, "Maria da Silva", "maria@ufg.br", CPF);

        assertThat(last.step()).isEqualTo(Step.COMPLETED);
        assertThat(
                        rows(
                                jdbi,
                                "SELECT full_name || ' ' || email || ' ' || cpf || ' ' || city_code || ' ' || state FROM participants"))
                .containsExactly("Maria da Silva maria@ufg.br 52998224725 5208707 GO");
        assertThat(rows(jdbi, "SELECT body->>'to' FROM outbox WHERE kind = 'mail'"))
                .containsExactly("maria@ufg.br");
        assertThat(rows(jdbi, "SELECT direction FROM messages ORDER BY id")).hasSize(16);
        assertThat(rows(jdbi, "SELECT kind FROM conversation_events")).containsExactly("registered");
    }

    @Test
    void a_second_delivery_is_answered_without_a_second_effect() {
        IncomingMessage wish = maria.says("quero me inscrever");
        Answered first = turn(wish);

        Answered second = turn(wish);

        assertThat(second).isEqualTo(first);
        assertThat(rows(jdbi, "SELECT message_count FROM conversations")).containsExactly("1");
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
    }

    @Test
    void a_second_delivery_after_the_reply_was_sent_sends_nothing() {
        IncomingMessage wish = maria.says("quero me inscrever");
        turn(wish);
        jdbi.useHandle(handle -> handle.execute("UPDATE outbox SET status = 'sent', finished_at = now()"));

        assertThat(turn(wish).send()).isEqualTo(SendState.DONE);
    }

    @Test
    void a_burst_gets_one_answer() {
        Answered answered = turn(maria.says("oi"), maria.says("quero me inscrever"), maria.says("Maria da Silva"));

        assertThat(answered.consumed()).isEqualTo(3);
        assertThat(answered.step()).isEqualTo(Step.ASKING_EMAIL);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(1);
    }

    @Test
    void what_was_understood_of_a_voice_note_stands_above_the_answer() {
        Answered answered = turn(maria.sends(voice("oi, quero me inscrever")));

        assertThat(answered.step()).isEqualTo(Step.ASKING_NAME);
        assertThat(answered.reply().orElseThrow()).startsWith("🎤 entendi: oi, quero me inscrever\n\nVamos lá!");
    }

    @Test
    void what_was_heard_in_several_notes_is_read_back_once_and_taken_with_a_yes_that_saw_it() {
        turn(maria.says("quero me inscrever"), maria.says("Maria da Silva"));
        IncomingMessage email = maria.sends(voice("maria arroba ufg ponto br"));
        IncomingMessage cpf = maria.sends(voice("meu CPF é 529.982.247-25"));
        IncomingMessage yes = maria.says("sim");

        Answered readBack = turn(email, cpf, yes);
        Answered taken = turn(yes);

        assertThat(readBack.consumed()).isEqualTo(2);
        assertThat(readBack.reply().orElseThrow())
                .contains("*E-mail:* maria@ufg.br\n*CPF:* 529.982.247-25")
                .contains("Está certo?");
        assertThat(taken.step()).isEqualTo(Step.ASKING_PHONE);
    }

    @Test
    void it_is_cut_and_makes_no_link_of_what_somebody_said() {
        Answered answered =
                turn(maria.sends(voice("clica em https://evil.example/x ou www.evil.example " + "bla ".repeat(200))));

        assertThat(answered.reply().orElseThrow().lines().findFirst().orElseThrow())
                .startsWith("🎤 entendi: clica em … ou … bla bla")
                .endsWith("…")
                .doesNotContain("evil")
                .hasSizeBetween(250, 320);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acesse evil.com|acesse …",
                "acesse pix.evil.shop, agora|acesse …, agora",
                "acesse .evil.shop.|acesse .….",
                "acesse evil.shop:8080/x|acesse …",
                "meu e-mail é ana@ufg.br|meu e-mail é ana@ufg.br",
                "é ana.maria-2.silva@mail.agro-ufg.edu.br, certo|é ana.maria-2.silva@mail.agro-ufg.edu.br, certo",
                "às 8.30, por 1.400 reais. Obrigada|às 8.30, por 1.400 reais. Obrigada"
            })
    void an_address_is_not_said_again_unless_it_is_for_mail(String heard, String shown) {
        Answered answered = turn(maria.sends(voice(heard)));

        assertThat(answered.reply().orElseThrow().lines().findFirst().orElseThrow())
                .isEqualTo("🎤 entendi: " + shown);
    }

    @Test
    void each_note_of_a_burst_is_shown_in_the_language_of_the_chat() {
        Answered answered =
                turn(maria.sends(voice("hello, I want to register")), maria.sends(voice("Mary Jane Watson")));

        assertThat(answered.reply().orElseThrow())
                .startsWith("🎤 understood: hello, I want to register\n\n🎤 understood: Mary Jane Watson\n\n");
    }

    @Test
    void what_was_heard_of_somebody_is_forgotten_with_her() {
        IncomingMessage note = maria.sends(voice("meu nome é Maria da Silva"));
        turn(note);
        redis.set("asr:" + note.id().value(), "meu nome é Maria da Silva");
        redis.set("asr:gowa:1:somebody-elses", "oi");
        turn(maria.says("apagar meus dados"));

        turn(maria.says("sim, apagar meus dados"));

        assertThat(redis.keys("asr:*")).containsExactly("asr:gowa:1:somebody-elses");
    }

    @Test
    void who_wants_to_be_forgotten_hears_nothing_of_it_again() {
        turn(maria.says("apagar meus dados"));

        Answered answered = turn(maria.sends(voice("sim")));

        assertThat(answered.reply().orElseThrow()).doesNotContain("🎤");
    }

    @Test
    void a_burst_never_runs_past_the_summary() {
        talk(maria, "quero me inscrever", "Maria da Silva", "maria@ufg.br", CPF, "62 99876-5432", "Goiânia");

        Answered summary = turn(maria.says("1"), maria.says("sim"));

        assertThat(summary.consumed()).isEqualTo(1);
        assertThat(summary.step()).isEqualTo(Step.CONFIRMING);
        assertThat(rows(jdbi, "SELECT id FROM participants")).isEmpty();
    }

    @Test
    void a_repeated_batch_that_was_composed_differently_covers_only_its_own_messages() {
        IncomingMessage first = maria.says("oi");
        IncomingMessage second = maria.says("quero me inscrever");
        IncomingMessage third = maria.says("Maria da Silva");
        turn(first, second);

        Answered again = turn(first, second, third);
        Answered middle = turn(second, third);
        Answered fresh = turn(third);

        assertThat(again.consumed()).isEqualTo(2);
        assertThat(middle.consumed()).isEqualTo(1);
        assertThat(fresh.step()).isEqualTo(Step.ASKING_EMAIL);
    }

    @Test
    void a_new_message_before_a_known_one_is_a_turn_of_its_own() {
        IncomingMessage known = maria.says("oi");
        turn(known);
        IncomingMessage fresh = maria.says("quero me inscrever");

        Answered answered = turn(fresh, known);

        assertThat(answered.consumed()).isEqualTo(1);
        assertThat(answered.step()).isEqualTo(Step.ASKING_NAME);
    }

    @Test
    void a_session_that_is_out_of_date_is_noticed() {
        talk(maria, "quero me inscrever", "Maria da Silva");
        ConversationId conversation = maria.says("").conversation();
        Snapshot current = sessions.find(conversation).orElseThrow();
        sessions.forget(conversation);
        sessions.keep(
                conversation,
                new Snapshot(
                        current.contact(),
                        current.conversation(),
                        1,
                        State.START,
                        current.aliases(),
                        current.language(),
                        current.lastSeen()));

        assertThat(say(maria, "maria@ufg.br").step()).isEqualTo(Step.ASKING_CPF);
    }

    @Test
    void without_redis_turns_go_on() {
        try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), 1)) {
            Conversing.Stores stores = new Conversing.Stores(
                    jdbi,
                    new ConversationQueue(nobody, QueueLimits.defaults()),
                    new RedisSessions(nobody, Duration.ofMinutes(1)),
                    new Outbox(jdbi),
                    new Participants(jdbi));
            Engine alone = Conversing.over(
                            stores, Rooms.sample(), Rooms.asking(jdbi), TIMES, new SimpleMeterRegistry(), () -> NOW)
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
        turn(maria.saysAs(lid, List.of(lid), "quero me inscrever"));
        turn(maria.saysAs(maria.jid(), List.of(maria.jid(), lid), "Maria da Silva"));

        Answered third = turn(maria.saysAs(maria.jid(), List.of(maria.jid()), "maria@ufg.br"));

        assertThat(third.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(rows(jdbi, "SELECT id FROM contacts")).hasSize(1);
    }

    @Test
    void an_id_that_is_known_from_another_conversation_shows_nothing() {
        IncomingMessage hers = maria.says("quero me inscrever");
        turn(hers);
        IncomingMessage forged = Person.forging(hers, "5511900000000@s.whatsapp.net");

        assertThat(conversing.engine().turn(List.of(forged))).isEqualTo(new TurnResult.Foreign());
    }

    @Test
    void an_old_message_is_kept_and_not_answered() {
        Answered old = turn(maria.saidAt(NOW.minus(Duration.ofHours(25)), "quero me inscrever"));

        assertThat(old.send()).isEqualTo(SendState.NONE);
        assertThat(old.step()).isEqualTo(Step.IDLE);
        assertThat(rows(jdbi, "SELECT direction FROM messages")).containsExactly("in");
    }

    @Test
    void a_message_that_was_on_its_way_for_more_than_a_day_is_old_and_less_is_a_matter_of_clocks() {
        Answered late = turn(maria.sentAt(NOW.minus(Duration.ofHours(25)), "quero me inscrever"));
        Answered doubtful = turn(maria.sentAt(NOW.minus(Duration.ofHours(23)), "quero me inscrever"));

        assertThat(late.send()).isEqualTo(SendState.NONE);
        assertThat(doubtful.step()).isEqualTo(Step.ASKING_NAME);
    }

    @Test
    void a_reaction_is_kept_and_not_answered() {
        Answered answered = turn(maria.sends(new Content.Reaction("X", "👍")));

        assertThat(answered.reply()).isEmpty();
        assertThat(answered.consumed()).isEqualTo(1);
    }

    @Test
    void a_reply_waits_for_an_older_one_unless_the_gateway_has_sent_that() {
        Answered first = say(maria, "oi");
        Answered second = say(maria, "quero me inscrever");
        queue.sent(first.key(), "W1", "{}");
        queue.sent(second.key(), "W2", "{}");

        Answered third = say(maria, "Maria da Silva");

        assertThat(first.send()).isEqualTo(SendState.NOW);
        assertThat(second.send()).isEqualTo(SendState.LATER);
        assertThat(third.send()).isEqualTo(SendState.NOW);
    }

    @Test
    void of_a_hundred_confirmations_with_one_cpf_one_is_stored_and_all_are_answered_kindly() throws Exception {
        List<Callable<Answered>> confirmations = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Person person = new Person("55629900%05d".formatted(i), NOW);
            talk(
                    person,
                    "quero me inscrever",
                    "Pessoa de Tal",
                    "p" + i + "@ufg.br",
                    CPF,
                    "62 99876-5432",
                    "Goiânia",
                    "1");
            confirmations.add(() -> say(person, "sim"));
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
        register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        talk(maria, "cancelar", "sim");

        Answered again = register(new Person("5511911112222", NOW), "Ana de Souza", "ana@usp.br", CPF);

        assertThat(again.step()).isEqualTo(Step.COMPLETED);
        assertThat(rows(jdbi, "SELECT status FROM participants ORDER BY id")).containsExactly("cancelled", "confirmed");
    }

    @Test
    void after_three_duplicate_hits_a_chat_learns_nothing_more() {
        register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        Person curious = new Person("5511911112222", NOW);
        talk(curious, "quero me inscrever", "Zé Curioso", "maria@ufg.br", "maria@ufg.br", "maria@ufg.br");

        Answered taken = say(curious, "maria@ufg.br");
        Answered free = say(curious, "ninguem@ufg.br");

        assertThat(List.of(taken, free))
                .allMatch(answer -> answer.step() == Step.ASKING_EMAIL)
                .allMatch(answer -> answer.reply().orElseThrow().contains("secretaria@cbas2027.example"));
    }

    @Test
    void a_burst_cannot_try_out_many_values() {
        register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        Person curious = new Person("5511911112222", NOW);
        talk(curious, "quero me inscrever", "Zé Curioso");

        Answered first = turn(curious.says("maria@ufg.br"), curious.says("outra@ufg.br"));

        assertThat(first.consumed()).isEqualTo(1);
    }

    @Test
    void a_dead_message_is_kept_once_and_apologised_for_once() {
        say(maria, "oi");
        IncomingMessage poison = maria.says("?");
        DeadMessage dead =
                new DeadMessage(poison.id().value(), poison.conversation().value(), Json.write(poison), "attempts", 6);

        conversing.deadLetters().add(dead);
        conversing.deadLetters().add(dead);

        assertThat(rows(jdbi, "SELECT reason FROM dead_letters")).containsExactly("attempts");
        assertThat(rows(jdbi, "SELECT key FROM outbox WHERE key LIKE 'd:%'")).hasSize(1);
        assertThat(turn(poison).send()).isEqualTo(SendState.NONE);
    }

    @Test
    void a_message_that_took_effect_is_not_buried() {
        IncomingMessage message = maria.says("oi");
        turn(message);

        conversing
                .deadLetters()
                .add(new DeadMessage(
                        message.id().value(), message.conversation().value(), Json.write(message), "attempts", 6));

        assertThat(rows(jdbi, "SELECT id FROM dead_letters")).isEmpty();
    }

    @Test
    void an_envelope_that_nobody_can_read_is_kept_as_it_came() {
        conversing.deadLetters().add(new DeadMessage("gowa:1:X", "gowa:1:y", "{\"v\":99}", "unreadable", 1));

        assertThat(rows(jdbi, "SELECT envelope FROM dead_letters")).containsExactly("{\"v\":99}");
    }

    @Test
    void what_no_channel_repeats_any_more_is_forgotten() {
        say(maria, "oi");
        jdbi.useHandle(handle -> handle.execute("UPDATE inbox SET processed_at = '2026-11-10T11:00:00Z'"));

        conversing.retention().forgetSome(NOW);

        assertThat(rows(jdbi, "SELECT message_id FROM inbox")).isEmpty();
    }

    @Test
    void an_unfinished_form_is_forgotten_after_thirty_days() {
        talk(maria, "quero me inscrever", "Maria da Silva");
        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(29)));
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_EMAIL");

        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(31)));

        assertThat(rows(jdbi, "SELECT state FROM conversations")).noneMatch(state -> state.contains("Maria"));
        assertThat(say(maria, "maria@ufg.br").step()).isEqualTo(Step.IDLE);
    }

    @Test
    void an_unfinished_change_goes_back_to_the_registration() {
        register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE conversations SET step = 'ASKING_EMAIL', state = '{"type":"collecting","notice":{"version":"1",
                    "shownAt":"2026-11-20T12:00:00Z"},"answers":{"NAME":{"type":"name","value":"Maria da Silva"}},
                    "asked":"EMAIL","tries":2,"followup":{"type":"change","registration":42}}'
                """));

        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(31)));

        assertThat(rows(jdbi, "SELECT step || ' ' || state FROM conversations"))
                .containsExactly("COMPLETED {\"type\": \"completed\", \"tries\": 0, \"participant\": 42}");
        assertThat(say(maria, "oi").step()).isEqualTo(Step.COMPLETED);
    }

    @Test
    void what_was_said_is_forgotten_after_ninety_days_and_the_registration_is_not() {
        register(maria, "Maria da Silva", "maria@ufg.br", CPF);
        say(maria, "tem estacionamento para dinossauros?");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO model_calls (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens,
                                         output_tokens, cost_micros, duration_ms, at)
                VALUES ('default', repeat('a', 16), 'answer', repeat('b', 64), '{}', 'passed', 1, 1, 1, 1,
                        '2026-11-20T12:00:00Z')
                """));
        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(89)));
        assertThat(rows(jdbi, "SELECT verdict FROM model_calls")).containsExactly("passed");

        conversing.retention().forgetSome(NOW.plus(Duration.ofDays(91)));

        assertThat(rows(jdbi, "SELECT content FROM messages")).isEmpty();
        assertThat(rows(jdbi, "SELECT verdict FROM model_calls")).isEmpty();
        assertThat(rows(jdbi, "SELECT answered_by || ' ' || (question IS NULL) FROM questions"))
                .containsExactly("nobody true");
        assertThat(rows(jdbi, "SELECT id FROM participants")).hasSize(1);
    }

    @Test
    void a_stored_conversation_is_found_without_the_cache() {
        talk(maria, "quero me inscrever", "Maria da Silva");
        redis.flushAll();

        assertThat(say(maria, "maria@ufg.br").step()).isEqualTo(Step.ASKING_CPF);
        assertThat(sessions.find(maria.says("").conversation()).map(Snapshot::contact))
                .hasValueSatisfying(contact -> assertThat(contact).isNotEqualTo(OptionalLong.empty()));
    }

    private Answered register(Person person, String name, String email, String cpf) {
        talk(person, "quero me inscrever", name, email, cpf, "62 99876-5432", "Goiânia", "1");
        return say(person, "sim");
    }

    private void talk(Person person, String... texts) {
        for (String text : texts) {
            say(person, text);
        }
    }

    private Answered say(Person person, String text) {
        return turn(person.says(text));
    }

    private Answered turn(IncomingMessage... messages) {
        return (Answered) conversing.engine().turn(List.of(messages));
    }

    private static Content voice(String transcript) {
        return new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(transcript));
    }
}
