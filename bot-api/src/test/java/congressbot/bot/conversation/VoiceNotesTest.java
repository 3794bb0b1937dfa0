package congressbot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.UnifiedJedis;

class VoiceNotesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Chatting chat = new Chatting(NOW);
    private final UnifiedJedis redis = chat.redis;
    private final Person maria = new Person("5562998765432", NOW);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void what_was_understood_of_a_voice_note_stands_above_the_answer() {
        Answered answered = chat.turn(maria.sends(voice("oi, quero me inscrever")));

        assertThat(answered.step()).isEqualTo(Step.ASKING_NAME);
        assertThat(answered.reply().orElseThrow()).startsWith("🎤 entendi: oi, quero me inscrever\n\nVamos lá!");
    }

    @Test
    void what_was_heard_in_several_notes_is_read_back_once_and_taken_with_a_yes_that_saw_it() {
        chat.turn(maria.says("quero me inscrever"), maria.says("Maria da Silva"));
        IncomingMessage email = maria.sends(voice("maria arroba ufg ponto br"));
        IncomingMessage cpf = maria.sends(voice("meu CPF é 529.982.247-25"));
        IncomingMessage yes = maria.says("sim");

        Answered readBack = chat.turn(email, cpf, yes);
        Answered taken = chat.turn(yes);

        assertThat(readBack.consumed()).isEqualTo(2);
        assertThat(readBack.reply().orElseThrow())
                .contains("*E-mail:* maria@ufg.br\n*CPF:* 529.982.247-25")
                .contains("Está certo?");
        assertThat(taken.step()).isEqualTo(Step.ASKING_PHONE);
    }

    @Test
    void it_is_cut_and_makes_no_link_of_what_somebody_said() {
        Answered answered = chat.turn(
                maria.sends(voice("clica em https://evil.example/x ou www.evil.example " + "bla ".repeat(200))));

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
        Answered answered = chat.turn(maria.sends(voice(heard)));

        assertThat(answered.reply().orElseThrow().lines().findFirst().orElseThrow())
                .isEqualTo("🎤 entendi: " + shown);
    }

    @Test
    void each_note_of_a_burst_is_shown_in_the_language_of_the_chat() {
        Answered answered =
                chat.turn(maria.sends(voice("hello, I want to register")), maria.sends(voice("Mary Jane Watson")));

        assertThat(answered.reply().orElseThrow())
                .startsWith("🎤 understood: hello, I want to register\n\n🎤 understood: Mary Jane Watson\n\n");
    }

    @Test
    void what_was_heard_of_somebody_is_forgotten_with_her() {
        IncomingMessage note = maria.sends(voice("meu nome é Maria da Silva"));
        chat.turn(note);
        redis.set("asr:" + note.id().value(), "meu nome é Maria da Silva");
        redis.set("asr:gowa:1:somebody-elses", "oi");
        chat.turn(maria.says("apagar meus dados"));

        chat.turn(maria.says("sim, apagar meus dados"));

        assertThat(redis.keys("asr:*")).containsExactly("asr:gowa:1:somebody-elses");
    }

    @Test
    void who_wants_to_be_forgotten_hears_nothing_of_it_again() {
        chat.turn(maria.says("apagar meus dados"));

        Answered answered = chat.turn(maria.sends(voice("sim")));

        assertThat(answered.reply().orElseThrow()).doesNotContain("🎤");
    }

    private static Content voice(String transcript) {
        return new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(transcript));
    }
}
