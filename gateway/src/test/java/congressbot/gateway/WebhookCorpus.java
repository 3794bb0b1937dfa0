package congressbot.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Malformed, odd and hostile webhooks, each with what has to become of it: the file
/// `webhooks.jsonl`, one a line.
final class WebhookCorpus {
    private WebhookCorpus() {}

    static List<Case> read() {
        try (InputStream in = Objects.requireNonNull(WebhookCorpus.class.getResourceAsStream("webhooks.jsonl"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(WebhookCorpus::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What has to become of a webhook.
    enum Outcome {
        /// Answered with 200, and in the queue.
        ACCEPTED,
        /// Answered with 200, and reported as facts.
        RECEIPT,
        /// Answered with 200, and forgotten.
        IGNORED,
        /// Answered with 200, and kept for an operator.
        UNREADABLE,
        /// 401: not genuine.
        REJECTED,
        /// 413.
        TOO_LARGE,
        /// 404 or 405: nothing is there.
        NOWHERE
    }

    /// One webhook.
    ///
    /// @param note why it is here
    /// @param path where it is sent, in which `{key}` stands for the unguessable part; empty for the
    ///     bridge's own
    /// @param sign how it is signed, see [Signer]; empty for as it has to be
    /// @param times how often it is sent; empty for once
    /// @param contents types of the contents in the queue, or of the facts
    record Case(
            String name,
            String bridge,
            String note,
            Optional<String> method,
            Optional<String> path,
            Optional<Map<String, String>> headers,
            Optional<String> sign,
            Optional<Integer> times,
            List<JsonNode> body,
            Outcome outcome,
            Optional<List<String>> contents) {
        boolean ofGowa() {
            return bridge.equals("gowa");
        }

        int deliveries() {
            return times.orElse(1);
        }

        /// The types that have to be found where this outcome leads.
        List<String> expected(Outcome where) {
            return outcome == where ? contents.orElseGet(List::of) : List.of();
        }

        /// The parts one after the other: a text, a text many times, or bytes.
        byte[] bytes() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (JsonNode part : body) {
                if (part.isTextual()) {
                    whole.writeBytes(part.asText().getBytes(StandardCharsets.UTF_8));
                } else if (part.has("repeat")) {
                    byte[] piece = part.get("repeat").asText().getBytes(StandardCharsets.UTF_8);
                    for (int i = part.get("times").asInt(); i > 0; i--) {
                        whole.writeBytes(piece);
                    }
                } else {
                    whole.writeBytes(
                            Base64.getDecoder().decode(part.get("base64").asText()));
                }
            }
            return whole.toByteArray();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case parsed(String line) {
        try {
            return Json.read(line, Case.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
