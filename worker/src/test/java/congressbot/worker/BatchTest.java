package congressbot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.queue.Claim;
import congressbot.wire.queue.ClaimId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    @Test
    void a_batch_ends_before_the_first_message_that_nobody_can_read() {
        Batch batch = Batch.of(Messages.claim(
                1, Messages.envelope("ana", "1"), Messages.unknownType("ana", "2"), Messages.envelope("ana", "3")));

        assertThat(batch.ids(10)).containsExactly("gowa:55:1");
    }

    @Test
    void the_request_id_is_the_heads() {
        Batch batch = Batch.of(Messages.claim(1, Messages.envelope("ana", "1"), Messages.envelope("ana", "2")));

        assertThat(batch.requestId()).isEqualTo("r-1");
    }

    @Test
    void an_unreadable_head_has_an_id_and_a_fresh_request_id() {
        Batch batch = Batch.of(Messages.claim(1, Messages.unknownType("ana", "1")));

        assertThat(batch.readable()).isFalse();
        assertThat(batch.headId()).contains("gowa:55:1");
        assertThat(batch.requestId()).hasSize(36);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":9,\"more\":{\"id\":\"inner\"},\"id\":\"x\",\"list\":[{\"id\":\"i\"}]} | x",
                "{\"id\":\"first\",\"id\":\"last\"} | last",
                "{\"id\":\"x\",\"bad\":NaN} |",
                "[\"id\",\"x\"] |",
                "{\"id\":7} |",
            })
    void the_id_is_read_as_the_queue_reads_it(String envelope, String id) {
        Batch batch = Batch.of(Messages.claim(1, envelope));

        assertThat(batch.headId().orElse(null)).isEqualTo(id);
    }

    @Test
    void a_conversation_is_shown_masked_and_an_unknown_form_not_at_all() {
        Batch known = Batch.of(new Claim("gowa:55:5562998765432@s.whatsapp.net", ClaimId.fresh(), 1, List.of("{}")));
        Batch unknown = Batch.of(new Claim("5562998765432", ClaimId.fresh(), 1, List.of("{}")));

        assertThat(known.conversation()).isEqualTo("gowa:…:…5432");
        assertThat(unknown.conversation()).isEqualTo("…");
    }
}
