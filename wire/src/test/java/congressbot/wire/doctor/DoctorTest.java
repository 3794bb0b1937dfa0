package congressbot.wire.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import congressbot.wire.resource.ResourceFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoctorTest {
    private static final Properties WORDS =
            ResourceFile.beside(Words.class, "doctor.properties").properties();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void every_variable_is_explained_to_who_has_to_mend_it(Variable variable) {
        assertThat(WORDS.getProperty("expected." + variable, "")).isNotBlank();
    }

    @Test
    void what_every_instance_has_is_explained_by_its_plain_name() {
        assertThat(told(env -> env.instance("norte").secret(Variable.GOWA_WEBHOOK_SECRET), "prod"))
                .contains("ERRO    GOWA_WEBHOOK_SECRET_NORTE não está definida.", "→ Defina no .env: um segredo de");
    }

    @Test
    void a_mistake_in_looking_is_told_and_ends_ill() {
        Doctor<String> doctor = new Doctor<>("worker", List.of(), _ -> "", (_, _) -> {
            throw new IllegalStateException("secret");
        });

        assertThat(told(doctor, Map.of())).contains("ERRO    A verificação parou no meio (IllegalStateException).");
    }

    @Test
    void what_a_neighbour_says_steers_no_terminal() {
        Doctor<String> doctor = new Doctor<>(
                "worker",
                List.of(),
                _ -> "",
                (_, report) -> report.warning("neighbour.degraded", "gateway", "gowa", "\u001b[2J\nok      tudo"));

        assertThat(told(doctor, Map.of()))
                .contains("\"gowa\":  [2J ok      tudo.")
                .doesNotContain("\u001b");
    }

    @Test
    void only_its_one_argument_calls_it() {
        assertThat(Doctor.isCalled("--check")).isTrue();
        assertThat(Doctor.isCalled()).isFalse();
        assertThat(Doctor.isCalled("--check", "all")).isFalse();
    }

    private interface Reader {
        Object read(Env env);
    }

    private String told(Reader reader, String profile) {
        return told(
                new Doctor<>("gateway", List.of(), reader::read, (_, _) -> {}),
                Map.of("ENV", profile, "CHANNELS", "gowa:norte"));
    }

    private String told(Doctor<?> doctor, Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("DATA_DIR", folder.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = doctor.examine(new PrintStream(out, true, StandardCharsets.UTF_8), all);
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(good).isEqualTo(!told.contains("ERRO"));
        return told;
    }
}
