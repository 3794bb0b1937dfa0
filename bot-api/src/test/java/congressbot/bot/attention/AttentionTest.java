package congressbot.bot.attention;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Witness;
import congressbot.bot.conversation.Announcer;
import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.registration.Covering;
import congressbot.bot.testing.Person;
import congressbot.bot.text.Text;
import congressbot.bot.text.Tongues;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom a chat is left to, and how it comes back.
class AttentionTest {
    private final Street street = new Street();
    private final Person maria = new Person("5562998765432", street.time.instant());

    @AfterEach
    void close() {
        street.close();
    }

    @Test
    void who_asks_for_a_person_reads_who_answers_and_when() {
        Answered answered = say("quero falar com um atendente");

        assertThat(answered.reply().orElseThrow())
                .contains("Equipe do CBAS 2027", "de segunda a sexta, das 8h às 18h", "no máximo 2h", "*continuar*");
        assertThat(alerts()).containsExactly(Alert.Kind.ASKED);
    }

    @Test
    void then_the_bot_is_silent_and_what_is_written_is_to_be_read() {
        say("quero falar com um atendente");

        Answered answered = say("vocês estão aí?");

        assertThat(answered.send()).isEqualTo(SendState.NONE);
        assertThat(answered.reply()).isEmpty();
        assertThat(rows(street.jdbi, "SELECT unread FROM conversations")).containsExactly("2");
        assertThat(rows(street.jdbi, "SELECT count(*) FROM messages WHERE direction = 'in'"))
                .containsExactly("2");
    }

    @Test
    void four_failures_on_a_field_call_a_person_and_the_right_value_goes_on_at_once() {
        talk("quero me inscrever", "Maria da Silva", "maria@ufg.br", "1", "22", "333", "4444");
        assertThat(alerts()).containsExactly(Alert.Kind.FAILURES);
        assertThat(say("não sei").send()).isEqualTo(SendState.NONE);

        Answered answered = say("529.982.247-25");

        assertThat(answered.step()).isEqualTo(Step.ASKING_PHONE);
        assertThat(rows(street.jdbi, "SELECT count(*) FROM conversations WHERE attention IS NULL"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"continuar", "voltar ao bot", "quero me inscrever", "apagar meus dados"})
    void who_goes_on_alone_is_not_locked_out(String words) {
        talk("quero falar com um atendente");

        Answered answered = say(words);

        assertThat(answered.reply()).isPresent();
    }

    @Test
    void an_insult_calls_a_person() {
        talk("oi", "seu robô idiota");

        assertThat(alerts()).containsExactly(Alert.Kind.INSULT);
        assertThat(say("?????").send()).isEqualTo(SendState.NONE);
    }

    @Test
    void an_address_that_only_holds_an_insult_is_taken() {
        talk("quero me inscrever", "Maria da Silva");

        Answered answered = say("fdp.adv@gmail.com");

        assertThat(answered.step()).isEqualTo(Step.ASKING_CPF);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void an_answer_that_was_announced_comes_once_the_pause_for_the_phone_is_over() {
        say("oi");
        turn(maria.sends(new Content.FromStaff("Oi Maria, aqui é a Carla")));
        boolean meanwhile = announced("a:1");
        street.time.pass(Duration.ofHours(24));

        boolean afterwards = announced("a:2");

        assertThat(meanwhile).isFalse();
        assertThat(afterwards).isTrue();
        assertThat(rows(street.jdbi, "SELECT key FROM outbox WHERE key LIKE 'a:%'"))
                .containsExactly("a:2");
    }

    private boolean announced(String key) {
        Announcer announcer = new Announcer(street.jdbi, street.outbox, Tongues.load());
        return street.jdbi.inTransaction(handle ->
                announcer.say(handle, "default", chat(), key, Text.of("dead.apology"), street.time.instant()));
    }

    @Test
    void a_pause_is_over_in_time() {
        say("quero falar com um atendente");
        street.time.pass(Duration.ofMinutes(121));

        Answered answered = say("quando é o congresso?");

        assertThat(answered.reply()).isPresent();
    }

    @Test
    void a_message_from_the_organisers_own_phone_silences_the_bot_and_stands_in_the_transcript_as_theirs() {
        say("oi");

        turn(maria.sends(new Content.FromStaff("Oi Maria, aqui é a Carla")));

        assertThat(say("sim").send()).isEqualTo(SendState.NONE);
        assertThat(alerts()).containsExactly(Alert.Kind.STAFF);
        assertThat(rows(street.jdbi, "SELECT content ->> 'text' FROM messages WHERE said_by = 'phone'"))
                .containsExactly("Oi Maria, aqui é a Carla");
        assertThat(say("continuar").send()).isEqualTo(SendState.NONE);
        assertThat(say("voltar ao bot").reply()).isPresent();
    }

    @Test
    void our_own_message_that_comes_back_as_if_typed_silences_nobody() {
        Answered greeting = say("oi");

        turn(maria.sends(new Content.FromStaff(greeting.reply().orElseThrow())));

        assertThat(say("quero me inscrever").reply()).isPresent();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void what_was_said_before_the_staff_spoke_has_its_answer_first() {
        Answered first = turn(maria.says("quero me inscrever"), maria.sends(new Content.FromStaff("Oi!")));

        assertThat(first.consumed()).isEqualTo(1);
        assertThat(first.reply()).isPresent();
    }

    @Test
    void a_chat_is_mailed_about_once_an_hour_and_again_later() {
        talk("quero falar com um atendente", "continuar", "seu idiota");
        assertThat(mails()).hasSize(1);
        street.time.pass(Duration.ofMinutes(61));

        talk("continuar", "quero falar com um atendente");

        assertThat(mails()).hasSize(2);
        assertThat(mails().getFirst())
                .contains("secretaria@cbas2027.example", "/painel/conversas/")
                .doesNotContain("idiota");
    }

    @Test
    void a_takeover_is_told_and_the_words_follow_in_order() {
        say("oi");
        long chat = chat();

        street.attending.takeovers().take(Street.ANA, chat, Duration.ofMinutes(30), false);
        street.attending.words().say(Street.ANA, chat, "nonce-0001", "Bom dia!");
        street.attending.words().say(Street.ANA, chat, "nonce-0001", "Bom dia!");
        relayAll();

        assertThat(street.gateway.delivered()).hasSize(2);
        assertThat(rows(street.jdbi, "SELECT content ->> 'text' FROM messages WHERE said_by IS NOT NULL ORDER BY id"))
                .satisfiesExactly(
                        notice -> assertThat(notice).startsWith("Oi! Aqui é Ana Prado, da organização do CBAS 2027."),
                        words -> assertThat(words).isEqualTo("Bom dia!"));
        assertThat(rows(street.jdbi, "SELECT delivery FROM messages WHERE direction = 'out' AND said_by IS NULL"))
                .containsExactly("cancelled");
        assertThat(rows(street.jdbi, "SELECT deed FROM audit_log ORDER BY id")).containsExactly("take-over", "say");
    }

    @Test
    void a_takeover_that_is_made_longer_and_an_alert_that_it_closes_are_noted() {
        say("quero falar com um atendente");
        street.attending.takeovers().take(Street.ANA, chat(), Duration.ofMinutes(30), false);

        street.attending.takeovers().take(Street.ANA, chat(), Duration.ofHours(2), false);

        assertThat(rows(street.jdbi, "SELECT deed FROM audit_log ORDER BY id"))
                .containsExactly("take-over", "close-alert", "take-over");
    }

    @Test
    void what_an_older_version_of_the_bot_says_in_a_chat_that_was_taken_does_not_stand_before_the_words() {
        Answered greeting = say("oi");
        street.attending.takeovers().take(Street.ANA, chat(), Duration.ofMinutes(30), false);
        street.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at)
                SELECT congress_id, key || '2', kind, conversation_id, body, 'pending', next_attempt_at
                FROM outbox WHERE key = ?
                """, greeting.key()));
        street.attending.words().say(Street.ANA, chat(), "nonce-0007", "Bom dia!");

        street.attending.takeovers().look();
        relayAll();

        assertThat(street.gateway.delivered()).hasSize(2).noneMatch(key -> key.startsWith(greeting.key()));
        assertThat(rows(street.jdbi, "SELECT body ->> 'text' FROM outbox WHERE status = 'sent'"))
                .contains("Bom dia!");
    }

    @Test
    void while_a_reply_is_in_flight_the_chat_is_not_taken_yet() {
        Answered greeting = say("oi");
        street.gateway.begin(greeting.key());

        var taking = (Takeovers.Taking.Taken)
                street.attending.takeovers().take(Street.ANA, chat(), Duration.ofMinutes(30), false);
        assertThat(taking.takeover().takenAt()).isEmpty();
        street.gateway.deliver(greeting.key(), street.time.instant());
        street.attending.takeovers().look();

        assertThat(rows(street.jdbi, "SELECT count(taken_at) FROM takeovers")).containsExactly("1");
        assertThat(rows(street.jdbi, "SELECT delivery FROM messages WHERE direction = 'out' AND said_by IS NULL"))
                .containsExactly("sent");
    }

    @Test
    void the_second_person_sees_the_first_and_may_take_over_knowingly() {
        say("oi");
        long chat = chat();
        street.attending.takeovers().take(Street.ANA, chat, Duration.ofMinutes(30), false);

        var held = street.attending.takeovers().take(Street.RUI, chat, Duration.ofMinutes(30), false);
        var taken = street.attending.takeovers().take(Street.RUI, chat, Duration.ofMinutes(30), true);

        assertThat(held)
                .isInstanceOfSatisfying(
                        Takeovers.Taking.Held.class,
                        by -> assertThat(by.by().name()).isEqualTo("Ana Prado"));
        assertThat(taken).isInstanceOf(Takeovers.Taking.Taken.class);
        assertThat(street.attending.words().say(Street.ANA, chat, "nonce-0002", "Ainda eu"))
                .isInstanceOfSatisfying(
                        OrganiserWords.Saying.NotYours.class,
                        by -> assertThat(by.by()).isPresent());
    }

    @Test
    void the_announced_end_gives_the_chat_back_and_tells_so() {
        say("oi");
        street.attending.takeovers().take(Street.ANA, chat(), Duration.ofMinutes(30), false);
        assertThat(say("alguém?").send()).isEqualTo(SendState.NONE);
        street.time.pass(Duration.ofMinutes(31));

        street.attending.takeovers().look();

        assertThat(say("quero me inscrever").reply()).isPresent();
        assertThat(rows(
                        street.jdbi,
                        "SELECT content ->> 'text' FROM messages WHERE said_by = 'notice' ORDER BY id DESC LIMIT 1"))
                .allMatch(text -> text.startsWith("O atendimento por uma pessoa terminou."));
    }

    @Test
    void a_chat_of_another_congress_is_not_there() {
        say("oi");
        var stranger = new Witness("outro", OptionalLong.of(9), "Eva");

        assertThat(street.attending.takeovers().take(stranger, chat(), Duration.ofMinutes(30), true))
                .isEqualTo(new Takeovers.Taking.Unknown());
        assertThat(street.attending.takeovers().giveBack(stranger, chat())).isEqualTo(Takeovers.Returned.UNKNOWN);
        assertThat(street.attending.words().say(stranger, chat(), "nonce-0003", "Oi"))
                .isEqualTo(new OrganiserWords.Saying.Unknown());
        assertThat(street.attending.words().note(stranger, chat(), "nonce-0004", "Oi"))
                .isEqualTo(new OrganiserWords.Saying.Unknown());
        assertThat(street.attending.words().read(stranger, chat())).isFalse();
        assertThat(street.attending.reader().head("outro", chat())).isEmpty();
    }

    @Test
    void a_cpf_in_the_transcript_is_hidden() {
        talk("quero me inscrever", "Maria da Silva", "maria@ufg.br", "meu cpf é 529.982.247-25 e o fone 62998765432");

        List<Bubble> bubbles = street.attending.reader().transcript("default", chat(), OptionalLong.empty());

        Covering covering = street.attending.reader().covering("default", chat());
        assertThat(bubbles.stream().map(bubble -> bubble.covered(covering)).map(Bubble::text))
                .anyMatch(text -> text.equals("meu cpf é •••.982.247-•• e o fone 62998765432"))
                .noneMatch(text -> text.contains("529.982"));
    }

    @Test
    void who_is_forgotten_leaves_no_note_alert_or_mail() {
        talk("quero falar com um atendente");
        street.attending.words().note(Street.ANA, chat(), "nonce-0005", "É a Maria de Goiânia");
        street.attending.words().assign(Street.ANA, chat(), Optional.empty());

        talk("apagar meus dados", "sim");

        assertThat(rows(street.jdbi, "SELECT text FROM conversation_notes")).isEmpty();
        assertThat(rows(street.jdbi, "SELECT kind FROM alerts")).isEmpty();
        assertThat(mails()).isEmpty();
        assertThat(rows(street.jdbi, "SELECT unread FROM conversations")).containsExactly("0");
    }

    @Test
    void notes_alerts_and_takeovers_are_forgotten_after_ninety_days() {
        talk("quero falar com um atendente");
        street.attending.takeovers().take(Street.ANA, chat(), Duration.ofMinutes(30), false);
        street.attending.takeovers().giveBack(Street.ANA, chat());
        street.attending.words().note(Street.ANA, chat(), "nonce-0006", "Ligar amanhã");

        street.conversing.retention().forgetSome(street.time.instant().plus(Duration.ofDays(91)));

        assertThat(rows(
                        street.jdbi,
                        "SELECT id FROM conversation_notes UNION ALL SELECT id FROM alerts"
                                + " UNION ALL SELECT id FROM takeovers"))
                .isEmpty();
    }

    @Test
    void a_turn_that_was_planned_by_a_stale_snapshot_is_silent_all_the_same() {
        say("oi");
        street.jdbi.useHandle(handle -> handle.execute("UPDATE conversations SET attention = 'taken'"));

        assertThat(say("quero me inscrever").send()).isEqualTo(SendState.NONE);
    }

    private Answered say(String text) {
        return turn(maria.says(text));
    }

    private void talk(String... texts) {
        for (String text : texts) {
            say(text);
        }
    }

    private Answered turn(IncomingMessage... messages) {
        return (Answered) street.conversing.engine().turn(List.of(messages));
    }

    private long chat() {
        return Long.parseLong(rows(street.jdbi, "SELECT id FROM conversations").getFirst());
    }

    private List<Alert.Kind> alerts() {
        return street.attending.alerts().open("default").stream()
                .map(Alert::kind)
                .toList();
    }

    private List<String> mails() {
        return rows(street.jdbi, "SELECT body FROM outbox WHERE kind = 'mail' ORDER BY id");
    }

    private void relayAll() {
        for (int run = 0; run < 4; run++) {
            street.relay.sendReplies();
        }
    }
}
