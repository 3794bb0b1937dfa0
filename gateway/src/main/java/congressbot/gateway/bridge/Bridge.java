package congressbot.gateway.bridge;

import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One number of ours at one bridge to WhatsApp. Every way of failing is an answer: nothing here
/// throws because of what the bridge, the network or a person does.
public interface Bridge {
    Instance instance();

    /// Largest webhook that it sends, in bytes.
    int maxWebhook();

    /// Whether a webhook of this path may be ours: asked before a byte of it is read, because it may
    /// be long.
    ///
    /// @param proof the last, unguessable part of the path, where there is one
    default boolean admits(Optional<String> proof) {
        return true;
    }

    /// Checks first that the call is genuine, then looks inside.
    Intake intake(WebhookCall call);

    /// Sends one message.
    ///
    /// @param key of the send; the same for a repetition
    /// @param atMost the whole wait
    SendResult send(OutgoingMessage message, String key, Duration atMost);

    /// Asks whether an earlier try of this send, of which nobody knows how it ended, reached the chat.
    ///
    /// @param since when the earlier try began
    Search sentSince(OutgoingMessage message, String key, Instant since);

    /// Fetches the file of a message.
    ///
    /// @param mediaRef as it stands in the message; one that is not ours is [Media.Gone]
    Media media(String mediaRef);

    /// Puts the blue ticks on a message, if it can be done now.
    void showRead(IncomingMessage message);

    /// Shows "typing…" in the chat, if it can be done now. It goes when a message arrives, or by itself.
    void showTyping(IncomingMessage message);

    /// Asks whether the number is linked to WhatsApp.
    Session session();

    /// Asks for what a phone has to scan. A bridge may begin anew with each call: ask when the last
    /// code is stale.
    Pairing pair();

    /// Asks for a code to be typed into the phone of this number.
    PairingCode pairByCode(PhoneNumber phone);

    /// What people wrote since then, as far as the bridge keeps it, with the ids that its webhooks gave.
    Missed missedSince(Instant since);

    /// The number behind a hidden address, as far as the bridge knows it. It may have to ask WhatsApp.
    ///
    /// @param address as it stands among the aliases of a message
    /// @return the canonical address by number
    default Optional<String> numberBehind(String address) {
        return Optional.empty();
    }

    /// Looks for what is not set up as it has to be.
    ///
    /// @param ourWebhook where the bridge has to post
    List<Finding> checkUp(URI ourWebhook);
}
