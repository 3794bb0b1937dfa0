package congressbot.dev.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The code that is cut changes its names; a cut that is nowhere would try nothing.
class CutsTest {
    @ParameterizedTest
    @EnumSource
    void a_failpoint_is_in_the_code(Failpoint point) {
        assertThat(point.cut().exists()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_bug_has_its_place(Bug bug) {
        assertThat(bug.hooks().keySet()).isNotEmpty().allMatch(Cut::exists);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_bug_changes_the_scripts_that_are_there(Bug bug) throws Exception {
        for (Bug.Edit edit : bug.edits()) {
            String script = script(edit.file());

            assertThat(edit.applied(script)).isNotEqualTo(script);
        }
    }

    private static String script(String file) throws Exception {
        try (InputStream in = Objects.requireNonNull(
                Class.forName(Code.SCRIPTS).getResourceAsStream("/congressbot/wire/queue/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
