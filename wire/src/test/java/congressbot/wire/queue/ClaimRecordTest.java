package congressbot.wire.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimRecordTest {
    @Test
    void its_text_form_holds_nothing_personal() {
        Claim claim = new Claim("gowa:55:5562998765432", new ClaimId("c1"), 2, List.of("quero me inscrever"));

        assertThat(claim).hasToString("Claim[c1 of …5432, attempt 2, 1 messages]");
    }

    @Test
    void a_claim_without_messages_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim("ana", ClaimId.fresh(), 1, List.of()));
    }

    @Test
    void a_claim_without_an_attempt_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim("ana", ClaimId.fresh(), 0, List.of("1")));
    }

    @Test
    void a_blank_id_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimId(" "));
    }

    @Test
    void fresh_ids_differ() {
        assertThat(ClaimId.fresh()).isNotEqualTo(ClaimId.fresh());
    }
}
