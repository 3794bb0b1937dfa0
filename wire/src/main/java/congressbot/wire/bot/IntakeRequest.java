package congressbot.wire.bot;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// `POST /intake`: what one webhook brought, to be stored before it is accepted.
///
/// @param raw the body of the webhook in Base64: evidence, which bot-api does not read
/// @param envelopes the JSON of each [message][congressbot.wire.message.IncomingMessage], as the
///     queue will hold it
public record IntakeRequest(String raw, List<String> envelopes) {
    /// Largest request, in bytes of JSON: the largest webhook in Base64, and its envelopes.
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /// What is kept of a webhook, in bytes.
    private static final int MAX_RAW = 1024 * 1024;

    public IntakeRequest {
        envelopes = List.copyOf(envelopes);
        if (envelopes.isEmpty()) {
            throw new IllegalArgumentException("nothing is to be stored");
        }
    }

    /// What one webhook brought.
    ///
    /// @param raw of a body that is too long to be kept, the end is: a file inside stands before
    ///     what tells of it
    public static IntakeRequest of(byte[] raw, List<String> envelopes) {
        byte[] kept = raw.length > MAX_RAW ? Arrays.copyOfRange(raw, raw.length - MAX_RAW, raw.length) : raw;
        return new IntakeRequest(Base64.getEncoder().encodeToString(kept), envelopes);
    }

    /// The webhook's body as it came.
    ///
    /// @throws IllegalArgumentException when it is no Base64
    public byte[] body() {
        return Base64.getDecoder().decode(raw);
    }

    /// For logs: without the messages.
    @Override
    public String toString() {
        return "IntakeRequest[" + envelopes.size() + " messages]";
    }
}
