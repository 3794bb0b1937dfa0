package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    private final Letters letters = new Letters();

    @Test
    void text_and_html_hold_the_same_facts() {
        Mail mail = Samples.confirmation();

        Draft.Letter letter = (Draft.Letter) letters.write(mail);

        assertThat(letter.text()).contains(mail.values().values()).doesNotContain("{", "}");
        assertThat(letter.html().replace("&#39;", "'")).contains(mail.values().values());
    }

    @Test
    void html_in_a_name_stays_text() {
        Draft.Letter letter =
                (Draft.Letter) letters.write(Samples.confirmationWith("name", "Ana <script>alert(1)</script>"));

        assertThat(letter.html())
                .contains("Ana &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void a_value_that_looks_like_a_placeholder_is_not_filled() {
        Draft.Letter letter = (Draft.Letter) letters.write(Samples.confirmationWith("name", "{number} $1 ${city} \\"));

        assertThat(letter.text()).contains("Nome: {number} $1 ${city} \\");
        assertThat(letter.html()).contains("{number} $1 ${city} \\");
    }

    @Test
    void nothing_breaks_the_subject_into_lines() {
        Draft.Letter letter = (Draft.Letter) letters.write(
                Samples.confirmationWith("congress", "Congresso\r\nBcc: eve@example.org\u2028\u202Eabc\u0000"));

        assertThat(letter.subject()).isEqualTo("Inscrição nº 128 confirmada: Congresso Bcc: eve@example.org abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@ufg.br",
                "ana@",
                "ana@ufg.br\r\nBcc: eve@example.org",
                "ana@ufg.br, eve@example.org",
                "Ana <ana@ufg.br>",
                "<ana@ufg.br>",
                "\"ana x\"@ufg.br",
                "ana@ufg.br (comment)",
                "ana@@ufg.br",
                "a..na@ufg.br",
                "ana@ufg..br",
                "aná@ufg.br",
                "group: ana@ufg.br;",
                "ana@[127.0.0.1]"
            })
    void a_bad_address_is_not_written_to(String address) {
        assertThat(letters.write(Samples.confirmationTo(address)))
                .isEqualTo(new Draft.Unusable("the address is no address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@ufg.br", "ana+congresso@aluno.ufg.br", "a_n-a.b@x.co", "o'neil@example.org"})
    void a_good_address_is_written_to(String address) {
        Draft.Letter letter = (Draft.Letter) letters.write(Samples.confirmationTo(address));

        assertThat(letter.to().getAddress()).isEqualTo(address);
    }

    @Test
    void a_mail_without_its_template_or_a_value_is_unusable() {
        Mail unknown = new Mail("k", "ana@ufg.br", "../confirmation", Map.of());
        Mail empty = new Mail("k", "ana@ufg.br", "confirmation", Map.of("name", "Ana"));

        assertThat(letters.write(unknown)).isEqualTo(new Draft.Unusable("no such template"));
        assertThat(letters.write(empty))
                .isEqualTo(new Draft.Unusable("without a value for "
                        + "[city, congress, contact, dates, firstName, number, place, profile]"));
    }
}
