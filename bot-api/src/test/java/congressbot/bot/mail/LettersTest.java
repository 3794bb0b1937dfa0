package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Mail> mails() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of(
                        Samples.confirmation(language),
                        Samples.foreignersConfirmation(language),
                        Samples.data(language),
                        Samples.reminder(language)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void every_mail_is_written_whole_in_every_language(Mail mail) {
        Draft.Letter letter = (Draft.Letter) letters.write(mail);

        assertThat(letter.subject()).contains("128", "XII Congresso Goiano").doesNotContain("{", "[");
        assertThat(letter.text()).contains(mail.values().values()).doesNotContain("{", "}", "[", "]");
        assertThat(letter.html().replace("&#39;", "'"))
                .contains(mail.values().values())
                .contains("<html lang=\"" + mail.language().tag() + "\">")
                .doesNotContain("{name", "{number");
    }

    @Test
    void a_mail_speaks_the_language_of_its_chat() {
        Draft.Letter english = (Draft.Letter) letters.write(Samples.confirmation(Language.ENGLISH));
        Draft.Letter spanish = (Draft.Letter) letters.write(Samples.confirmation(Language.SPANISH));

        assertThat(english.subject()).startsWith("Registration no. 128 confirmed: XII Congresso");
        assertThat(english.text()).contains("Hello, Conceição!", "Date: 12 to 14 November 2026");
        assertThat(spanish.subject()).startsWith("Inscripción n.º 128 confirmada: XII Congresso");
        assertThat(spanish.text()).contains("¡Hola, Conceição!", "Fecha: 12 al 14 de noviembre de 2026");
    }

    @Test
    void without_a_name_for_the_badge_there_is_no_line_of_it() {
        Draft.Letter without = (Draft.Letter) letters.write(Samples.confirmation());
        Draft.Letter with = (Draft.Letter) letters.write(Samples.foreignersConfirmation(Language.PORTUGUESE));

        assertThat(without.text() + without.html()).doesNotContain("No crachá");
        assertThat(with.text()).contains("No crachá: Anni");
        assertThat(with.html()).contains("No crachá");
    }

    @Test
    void a_mail_that_was_stored_by_an_older_version_is_written() throws JsonProcessingException {
        String stored = """
                {"key":"m:128:confirmation","to":"ana@ufg.br","template":"confirmation","values":{"name":"Ana Souza",
                "firstName":"Ana","number":"128","congress":"CGEAS","dates":"12 a 14 de novembro de 2026",
                "place":"UFG","profile":"Docente","city":"Goiânia/GO","contact":"contato@congresso.example"}}
                """;

        Mail mail = Json.read(stored, Mail.class);

        assertThat(mail.language()).isEqualTo(Language.PORTUGUESE);
        assertThat(((Draft.Letter) letters.write(mail)).text())
                .contains("Olá, Ana!", "Perfil: Docente", "contato@congresso.example");
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
        Draft.Letter letter =
                (Draft.Letter) letters.write(Samples.confirmationWith("name", "{number} $1 ${city} [help] \\"));

        assertThat(letter.text()).contains("Nome: {number} $1 ${city} [help] \\");
        assertThat(letter.html()).contains("{number} $1 ${city} [help] \\");
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
        Mail unknown = Samples.mail("k", "ana@ufg.br", "../confirmation", Map.of());
        Mail empty = Samples.mail("k", "ana@ufg.br", "confirmation", Map.of("name", "Ana"));

        assertThat(letters.write(unknown)).isEqualTo(new Draft.Unusable("no such template"));
        assertThat(letters.write(empty))
                .isEqualTo(new Draft.Unusable("without a value for "
                        + "[city, congress, contact, dates, firstName, number, place, profile]"));
    }
}
