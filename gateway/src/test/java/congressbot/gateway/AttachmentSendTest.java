package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.gateway.bridge.SendResult;
import congressbot.wire.Json;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.Attachment.Kind;
import congressbot.wire.message.OutgoingMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachmentSendTest {
    private static final byte[] PDF = "%PDF-1.7 ingresso".getBytes(StandardCharsets.US_ASCII);

    private final SendingGateway test = new SendingGateway();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_file_reaches_the_bridge_under_a_name_that_can_do_no_harm() {
        HttpResponse<String> answer = test.send("r:1", with("../ingresso", PDF));

        assertThat(answer.statusCode()).isEqualTo(200);
        Attachment sent = test.bridge.sends().getFirst().message().attachment().orElseThrow();
        assertThat(sent.kind()).isEqualTo(Kind.DOCUMENT);
        assertThat(sent.fileName()).isEqualTo("_ingresso.pdf");
        assertThat(sent.bytes()).isEqualTo(PDF);
    }

    @Test
    void the_largest_file_is_sent() {
        HttpResponse<String> answer = test.send("r:1", with("a.pdf", Arrays.copyOf(PDF, Attachment.MAX_BYTES)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(test.bridge
                        .sends()
                        .getFirst()
                        .message()
                        .attachment()
                        .orElseThrow()
                        .bytes())
                .hasSize(Attachment.MAX_BYTES);
    }

    @Test
    void more_large_files_than_there_is_memory_for_come_back_later() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        test.bridge.onSend(message -> {
            if (message.attachment().orElseThrow().bytes().length > PDF.length) {
                awaited(mayEnd);
            }
            return new SendResult.Sent("W1");
        });
        OutgoingMessage large = with("a.pdf", Arrays.copyOf(PDF, Attachment.MAX_BYTES));
        List<CompletableFuture<HttpResponse<String>>> four = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> test.send("r:" + i, large), Thread::startVirtualThread))
                .toList();
        await().until(() -> test.bridge.sends().size() == 4);

        HttpResponse<String> one = test.send("r:4", large);
        HttpResponse<String> small = test.send("r:5", with("a.pdf", PDF));
        mayEnd.countDown();

        assertThat(one.statusCode()).isEqualTo(503);
        assertThat(SendingGateway.pause(one)).isEqualTo(5);
        assertThat(four).allSatisfy(sent -> assertThat(sent.join().statusCode()).isEqualTo(200));
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(test.send("r:4", large).statusCode()).isEqualTo(200);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_larger_one_is_no_message() {
        String body = Json.write(with("a.pdf", PDF))
                .replace(base64(PDF), base64(Arrays.copyOf(PDF, Attachment.MAX_BYTES + 3)));

        assertThat(test.send("r:1", body).statusCode()).isEqualTo(400);
        assertThat(test.bridge.sends()).isEmpty();
    }

    @Test
    void a_body_without_end_is_cut_off() {
        HttpResponse<String> answer = test.send("r:1", "{\"text\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(test.bridge.sends()).isEmpty();
    }

    @Test
    void a_file_that_is_something_else_is_refused_and_told() {
        HttpResponse<String> answer = test.send("r:1", with("a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(test.bridge.sends()).isEmpty();
        assertThat(test.facts("Failed")).hasSize(1).first().asString().contains("\"key\":\"r:1\"");
        assertThat(test.redis.exists("sent:r:1")).isFalse();
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_told() {
        OutgoingMessage message = new OutgoingMessage(
                SendingGateway.ANA, SendingGateway.CHANNEL, SendingGateway.ACCOUNT, "x".repeat(4_097), List.of());

        assertThat(test.send("r:1", message).statusCode()).isEqualTo(422);
        assertThat(test.facts("Failed")).hasSize(1);
    }

    private static OutgoingMessage with(String fileName, byte[] file) {
        return SendingGateway.to(SendingGateway.ANA).with(new Attachment(Kind.DOCUMENT, fileName, base64(file)));
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}
