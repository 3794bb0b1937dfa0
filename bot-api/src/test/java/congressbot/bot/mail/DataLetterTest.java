package congressbot.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import org.junit.jupiter.api.Test;

class DataLetterTest {
    @Test
    void the_file_holds_every_column_and_the_whole_document() throws JsonProcessingException {
        Mail mail = Samples.data(Language.PORTUGUESE);

        JsonNode row = Json.MAPPER.readTree(mail.attachment().orElseThrow().text());

        assertThat(row).isEqualTo(Json.MAPPER.readTree("""
                {"congress":"default","number":128,"status":"confirmed","fullName":"Conceição D'Ávila Araújo",
                 "badgeName":null,"email":"conceicao@ufg.br","emailShared":false,"cpf":"52998224725","passport":null,
                 "phone":"+5562998765432","city":"Goiânia","cityCode":5208707,"state":"GO","country":"BR",
                 "profile":"Estudante de pós-graduação","privacyVersion":"1","privacyShownAt":"2026-09-01T12:00:00Z",
                 "channel":"gowa","createdAt":"2026-09-01T12:05:00Z","updatedAt":"2026-09-02T08:00:00Z"}
                """));
    }

    @Test
    void the_file_of_a_foreigner_holds_passport_country_and_badge() throws JsonProcessingException {
        JsonNode row = Json.MAPPER.readTree(
                Samples.foreignersData().attachment().orElseThrow().text());

        assertThat(row.get("passport").asText()).isEqualTo("C01X00T47");
        assertThat(row.get("cpf").isNull()).isTrue();
        assertThat(row.get("cityCode").isNull()).isTrue();
        assertThat(row.get("country").asText()).isEqualTo("DE");
        assertThat(row.get("badgeName").asText()).isEqualTo("Anni");
    }

    @Test
    void the_text_shows_the_document_masked_and_everything_else() {
        Draft.Letter letter = (Draft.Letter) new Letters().write(Samples.data(Language.PORTUGUESE));

        assertThat(letter.text())
                .contains(
                        "Documento: •••.982.247-••",
                        "E-mail: conceicao@ufg.br",
                        "Telefone: +55 62 99876-5432",
                        "Situação: confirmada",
                        "Inscrição em: 2026-09-01T12:05:00Z",
                        "Aviso de privacidade, versão: 1")
                .doesNotContain(Samples.CPF);
        assertThat(letter.html()).contains("•••.982.247-••").doesNotContain(Samples.CPF);
    }

    @Test
    void a_mail_with_its_file_is_read_back_from_the_outbox() throws JsonProcessingException {
        Mail mail = Samples.data(Language.SPANISH);

        assertThat(Json.read(Json.write(mail), Mail.class)).isEqualTo(mail);
    }
}
