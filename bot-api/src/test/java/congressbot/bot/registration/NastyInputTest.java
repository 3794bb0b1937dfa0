package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.text.Texts;
import congressbot.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state against everything that people, scripts and keyboards send.
class NastyInputTest {
    static List<String> inputs() {
        List<String> inputs = new ArrayList<>(List.of(
                "",
                " ",
                "\n\t\r\n",
                "\u0000",
                "\u0000\u0001\u0002",
                "a\u0000b c\u0000d",
                "\u200B\u200C\u200D\uFEFF",
                "\u202Eabc def\u202C",
                "مرحبا بالعالم",
                "שלום עולם",
                "\uD800",
                "\uDC00",
                "Ana \uD83D Lima",
                "😀",
                "👩🏽‍🌾👨‍👩‍👧‍👦",
                "1️⃣",
                "🇧🇷",
                "❤️❤️❤️",
                "👍🏿",
                "\u0301\u0302\u0303",
                "Z̷̢̛͎̲̈a̵l̶g̴o̷ T̸e̴x̵t̶",
                "\u3164",
                "⠀⠀⠀",
                "ﷺ",
                "𝓜𝓪𝓻𝓲𝓪 𝓢𝓲𝓵𝓿𝓪",
                "' OR '1'='1",
                "'; DROP TABLE participants; --",
                "drop table participants",
                "1; SELECT * FROM users",
                "<script>alert(1)</script>",
                "<b>Ana Lima</b>",
                "<img src=x onerror=alert(1)>",
                "&lt;b&gt;",
                "{{7*7}}",
                "${7*7}",
                "${jndi:ldap://x.example/a}",
                "#{1+1}",
                "{name}",
                "{first} {contact}",
                "%s%n%d",
                "$1 $2",
                "\\u0000",
                "../../etc/passwd",
                "file:///etc/passwd",
                "http://x.example",
                "www.x.example",
                "javascript:alert(1)",
                "{\"a\":1}",
                "[1,2,3]",
                "null",
                "undefined",
                "NaN",
                "true",
                "-1",
                "0",
                "7",
                "99999999999999999999",
                "1e309",
                "11.222.333/0001-81",
                "12345678901",
                "000.000.000-00",
                "(((((((((((",
                "+",
                "+++",
                "@",
                "@@@",
                "a@b",
                "a@b.c",
                "ana@gmail.com@gmail.com",
                "...",
                "?",
                "???",
                "!",
                "-",
                "/",
                "\\",
                "sim não",
                "sim sim sim",
                "não sei",
                "cancelar voltar",
                "VOLTAR!!!",
                "/start",
                "qual? quando? onde?",
                "vai se ferrar",
                "kkkkkkkkkkk",
                "obrigado",
                "Ana",
                "ana@",
                "62",
                "5562",
                "GO",
                "Bom Jesus",
                "estudante ou professor",
                "*negrito* _itálico_ ~riscado~",
                "```código```",
                "linha um\nlinha dois\nlinha três"));
        inputs.addAll(List.of(
                "a".repeat(10_000),
                "9".repeat(10_000),
                "a@".repeat(500),
                "ana ".repeat(250),
                "(".repeat(1_000),
                "0x".repeat(500),
                "a.".repeat(499) + "@b",
                "a@" + "b.".repeat(490) + "com",
                "😀".repeat(500),
                "não ".repeat(250),
                "kkk ".repeat(250),
                "\u0301".repeat(1_000),
                "{contact}".repeat(100)));
        return inputs;
    }

    static List<State> states() {
        List<State> states = new ArrayList<>(
                StoredStateTest.states().map(entry -> entry.getValue()).toList());
        Arrays.stream(Field.values()).forEach(field -> {
            State.Collecting asking = Sample.asking(field);
            states.add(asking);
            states.add(new State.Collecting(
                    Sample.NOTICE, asking.answers(), field, 5, Optional.empty(), Optional.empty()));
            states.add(new State.Collecting(
                    Sample.NOTICE, Sample.REGISTRATION.answers(), field, 0, Optional.empty(), Optional.empty()));
        });
        return states;
    }

    @ParameterizedTest
    @MethodSource("states")
    void nothing_that_is_typed_breaks_a_state(State state) throws JsonProcessingException {
        for (String input : inputs()) {
            Heard heard = Sample.DIALOGUE.hear(input, state);
            Move move = Sample.DIALOGUE.next(state, heard, facts());

            String reply = Sample.reply(move);
            assertThat(reply)
                    .as(input)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(Texts.MAX_REPLY)
                    .doesNotContain("\u0000");
            assertThat(Json.read(Json.write(move.next()), State.class)).isEqualTo(move.next());
            assertThat(Json.write(move.next())).doesNotContain("\\u0000");
            nothingIsSkipped(state, heard, move.next(), input);
        }
    }

    /// Nothing behind the first missing field is asked, a summary is not cancelled unasked, and only a yes registers.
    private static void nothingIsSkipped(State before, Heard heard, State after, String input) {
        switch (after) {
            case State.Idle _ -> assertThat(before).as(input).isNotInstanceOf(State.Confirming.class);
            case State.Collecting next ->
                assertThat(next.asked())
                        .as(input)
                        .isLessThanOrEqualTo(next.answers().firstMissing().orElse(Field.BADGE));
            case State.Confirming _ -> {}
            case State.Completed _ ->
                assertThat(heard instanceof Heard.Yes || before instanceof State.Completed)
                        .as(input)
                        .isTrue();
        }
    }

    private static Facts facts() {
        return new Facts(
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(1),
                Sample.NOTICE,
                List.of(new Registered(42, Sample.REGISTRATION)),
                false);
    }
}
