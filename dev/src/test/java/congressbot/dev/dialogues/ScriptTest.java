package congressbot.dev.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private static final String WHOLE = """
            # Two people.
            @phone +5562998765432
            @taken-cpf 52998224725
            @taken-email maria@gmail.com

            > oi\\ntudo bem?
            > quero me inscrever
            < Oi!
            <
            < Qual é o seu nome?
            < ---
            < E o CPF?

            @days 8
            # Later.
            > [voz] sou a Rita
            < Oi de novo!

            = none
            """;

    @Test
    void a_whole_script_is_read_in_the_order_of_its_acts() {
        Script script = Script.of("starting/two", WHOLE);

        assertThat(script.problem()).isEmpty();
        assertThat(script.phone()).contains(new PhoneNumber("+5562998765432"));
        assertThat(script.strangers())
                .containsExactly(new Stranger.OfCpf("52998224725"), new Stranger.OfEmail("maria@gmail.com"));
        assertThat(script.acts())
                .containsExactly(
                        new Act.Turn(
                                List.of(new Content.Text("oi\ntudo bem?"), new Content.Text("quero me inscrever")),
                                List.of("Oi!\n\nQual é o seu nome?", "E o CPF?")),
                        new Act.Pause(8),
                        new Act.Turn(List.of(Spoken.content("[voz] sou a Rita")), List.of("Oi de novo!")));
        assertThat(script.rows()).isEqualTo(new Rows(List.of()));
    }

    @Test
    void a_script_is_written_as_it_was_read() {
        assertThat(Script.of("any", WHOLE).text()).isEqualTo(WHOLE);
    }

    @Test
    void other_replies_change_the_lines_of_the_bot_and_no_others() {
        Script script = Script.of("any", WHOLE).with(List.of(List.of("Olá!\n\nNome?"), List.of()));

        assertThat(script.text()).isEqualTo("""
                # Two people.
                @phone +5562998765432
                @taken-cpf 52998224725
                @taken-email maria@gmail.com

                > oi\\ntudo bem?
                > quero me inscrever
                < Olá!
                <
                < Nome?

                @days 8
                # Later.
                > [voz] sou a Rita

                = none
                """);
    }

    @Test
    void replies_of_several_turns_are_found_again() {
        List<List<String>> replies = List.of(List.of("a", "b\n\nc"), List.of("d"));

        Script script = Script.of("any", WHOLE).with(replies);

        assertThat(Script.of("any", script.text()).turns())
                .extracting(Act.Turn::replies)
                .isEqualTo(replies);
    }

    @Test
    void bursts_and_anything_but_texts_need_the_other_door() {
        assertThat(script("> oi").plain()).isTrue();
        assertThat(script("> oi\n\n> oi").plain()).isTrue();
        assertThat(script("> oi\n> oi").plain()).isFalse();
        assertThat(script("> [sticker]").plain()).isFalse();
    }

    @Test
    void the_words_of_a_person_are_counted_whether_written_or_spoken() {
        assertThat(Spoken.words(Spoken.content(" quero  me inscrever"))).isEqualTo(3);
        assertThat(Spoken.words(Spoken.content("[voz] sou a Rita"))).isEqualTo(3);
        assertThat(Spoken.words(Spoken.content("[audio]"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[audio]", "[image]", "[document]", "[location]", "[contact]", "[sticker]", "[reaction]"})
    void a_message_without_words_is_no_text(String line) {
        assertThat(Spoken.content(line)).isNotInstanceOf(Content.Text.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    > oi\\n                                   ; unfinished
                    > oi\\n\\n= Rita | rita@gmail.com         ; line 3
                    = none                                    ; nobody says anything
                    > oi\\n< Oi!\\n> oi\\n\\n= none           ; line 3
                    < Oi!\\n> oi\\n\\n= none                  ; line 1
                    > oi\\n\\n< Oi!\\n\\n= none               ; line 3
                    > oi\\n\\n@phone +5562998765432\\n= none  ; line 3
                    @days 3\\n> oi\\n\\n= none                ; line 1
                    @phone 62998765432\\n> oi\\n\\n= none     ; line 1
                    @taken-cpf 529\\n> oi\\n\\n= none         ; line 1
                    @tomorrow\\n> oi\\n\\n= none              ; line 1
                    oi\\n\\n= none                            ; line 1
                    > oi\\n\\n= none\\n\\n> oi                ; line 5
                    """)
    void what_cannot_be_played_says_why(String file, String why) {
        Script script = Script.of("any", file.replace("\\n", "\n"));

        assertThat(script.problem()).get().asString().contains(why);
    }

    @Test
    void a_burst_is_no_longer_than_a_turn_takes() {
        assertThat(script("> oi\n".repeat(10)).problem()).isEmpty();
        assertThat(script("> oi\n".repeat(11)).problem()).isEqualTo(Optional.of("a burst of more than 10 messages"));
    }

    private static Script script(String messages) {
        return Script.of("any", messages.strip() + "\n\n= none\n");
    }
}
