package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import congressbot.wire.process.Env;
import congressbot.wire.process.InvalidConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "SMTP_HOST", "smtp.example.org",
            "SMTP_FROM", "Congresso de Educação <mail@example.org>",
            "SMTP_USER", "user",
            "SMTP_PASSWORD", "a-password");

    @Test
    void without_a_host_mail_is_off() {
        Env env = new Env(Map.of("SMTP_SECURITY", "starttls"));

        assertThat(MailSettings.from(env)).isEmpty();
        env.finish();
    }

    @Test
    void starttls_and_its_port_are_usual() {
        MailSettings settings = MailSettings.from(new Env(COMPLETE)).orElseThrow();

        assertThat(settings.security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.sender().getPersonal()).isEqualTo("Congresso de Educação");
        assertThat(settings.toString()).doesNotContain("a-password");
    }

    @ParameterizedTest
    @CsvSource({"tls, 465", "none, 25", "STARTTLS, 587"})
    void every_security_has_its_usual_port(String security, int port) {
        Env env = new Env(with("SMTP_SECURITY", security));

        assertThat(MailSettings.from(env).orElseThrow().port()).isEqualTo(port);
        env.finish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@x.org, b@x.org", "a@x.org\r\nBcc: b@x.org"})
    void a_sender_is_needed(String from) {
        Env env = new Env(with("SMTP_FROM", from));

        assertThat(MailSettings.from(env)).isEmpty();
        assertThatThrownBy(env::finish)
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("SMTP_FROM")
                .hasMessageNotContaining("x.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMTP_USER", "SMTP_PASSWORD"})
    void user_and_password_come_together(String missing) {
        Env env = new Env(with(missing, ""));

        MailSettings.from(env);

        assertThatThrownBy(env::finish).hasMessageContaining(missing);
    }

    @Test
    void in_prod_the_connection_is_protected() {
        Map<String, String> variables = with("SMTP_SECURITY", "none");
        variables.put("ENV", "prod");
        Env env = new Env(variables);

        MailSettings.from(env);

        assertThatThrownBy(env::finish).hasMessageContaining("SMTP_SECURITY");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.put(name, value);
        return variables;
    }
}
