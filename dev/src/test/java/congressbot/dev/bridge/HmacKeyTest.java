package congressbot.dev.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.process.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacKeyTest {
    private static final HmacKey KEY = new HmacKey(new Secret("segredo-de-teste-do-congresso-0001"));

    /// The vectors of the written contracts: GOWA, wuzapi as a form, wuzapi as JSON.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"device_id":"5585911110000@s.whatsapp.net","event":"message","payload":{"body":"quero me inscrever","chat_id":"5585922223333@s.whatsapp.net","from":"5585922223333@s.whatsapp.net","from_name":"Maria","id":"3A5F0C11D2E34B5A6C70","is_from_me":false,"timestamp":"2026-11-20T18:31:02Z"}}|b3e635e55b472fd736f9dafa095e6740fa54ea7108f591bbeab13ff7d3b2f6d6
                    instanceName=congresso&jsonData=%7B%22type%22%3A%22Message%22%7D&userID=9f2c|a681988f1fc91c428942d41f9e6068b331490a1419fc85def874d6769b1189b0
                    {"event":{"Info":{"Chat":"5585922223333@s.whatsapp.net","ID":"3A5F0C11D2E34B5A6C70"},"Message":{"conversation":"oi"}},"instanceName":"congresso","type":"Message","userID":"9f2c"}|9b91e6b8c1831aaaa1034d492c393a167a8513cd289a6d9510fb4e8680c6ea18
                    """)
    void bodies_are_signed_as_the_bridges_do(String body, String signature) {
        assertThat(KEY.sign(body)).isEqualTo(signature);
    }
}
