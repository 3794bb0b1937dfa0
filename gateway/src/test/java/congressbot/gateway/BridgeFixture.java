package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.http.Body;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A bridge of ours with a fake of its provider behind it, in words that no provider owns: what
/// people do, and how a send ends.
interface BridgeFixture extends AutoCloseable {
    String OUR_NUMBER = "5585911110000";
    String PHONE = "5585922223333@s.whatsapp.net";
    String LID = "184467440737095@lid";
    byte[] VOICE = "OggS and what Maria says".getBytes(StandardCharsets.UTF_8);

    Bridge bridge();

    /// How a bridge knows the person who writes; all are Maria.
    enum Person {
        /// By her number, as it was always.
        BY_PHONE(Optional.of(PHONE), Optional.empty()),
        /// By both.
        BY_BOTH(Optional.of(PHONE), Optional.of(LID)),
        /// Who hides her number.
        BY_LID(Optional.empty(), Optional.of(LID));

        final Optional<String> phone;
        final Optional<String> lid;

        Person(Optional<String> phone, Optional<String> lid) {
            this.phone = phone;
            this.lid = lid;
        }
    }

    /// What somebody does.
    sealed interface Deed {
        record Text(String text) implements Deed {}

        record Image(String caption) implements Deed {}

        record Voice() implements Deed {}

        record Document(String fileName) implements Deed {}

        record Location() implements Deed {}

        record Contact() implements Deed {}

        record Reaction(String originalId, String emoji) implements Deed {}

        record Edit(String originalId, String text) implements Deed {}

        record Deletion(String originalId) implements Deed {}

        /// One that nobody watches.
        ///
        /// @param words beside it; may be none
        record Video(String words) implements Deed {}

        record Sticker() implements Deed {}

        record LiveLocation() implements Deed {}

        record Poll() implements Deed {}

        /// Typed on the organisers' phone, in the person's chat.
        record StaffText(String text) implements Deed {}

        record StaffReaction(String originalId) implements Deed {}

        /// In a group, a newsletter or another place that is no person.
        record Elsewhere(String address) implements Deed {}
    }

    /// What becomes of messages of ours.
    enum Receipt {
        DELIVERED,
        READ,
        /// By ourselves, on the phone.
        READ_BY_US
    }

    /// How the provider ends a send.
    enum Ending {
        TAKEN,
        NOT_CONNECTED,
        CREDENTIALS_WRONG,
        REACH_LIMITED,
        INVALID,
        TOO_LONG,
        REFUSED_BY_WHATSAPP,
        UPLOAD_FAILED,
        FAILED_SOMEWHERE,
        NOT_IN_ITS_WORDS,
        PROXY_FAILED,
        CUT_OFF_AFTER_THE_BODY
    }

    /// A file that we sent, as the provider got it.
    record SentFile(String name, Body content) {}

    /// What the provider was given to send.
    record Sent(String to, String text, Optional<SentFile> file) {}

    /// The chat's address in this person's messages, as this provider writes it.
    String chatOf(Person person);

    /// The body with which the provider tells of it.
    byte[] body(Person person, String id, Deed deed);

    byte[] body(Receipt receipt, List<String> ids);

    /// As the provider calls us with it.
    WebhookCall genuine(byte[] body);

    WebhookCall unsigned(byte[] body);

    WebhookCall signedByAnother(byte[] body);

    /// Signed with the secret before the present one.
    WebhookCall signedAsBefore(byte[] body);

    void onSend(Ending ending);

    List<Sent> sent();

    /// Paths and bodies of what was shown to people.
    List<String> signs();

    /// The files of messages from now on.
    void holds(byte[] file);

    /// WhatsApp has none of them any more.
    void losesFiles();

    void link(boolean connected, boolean loggedIn);

    /// Nobody has linked the number, and this is to be scanned.
    void offersQr(byte[] png);

    /// What the provider gives to be typed.
    String CODE = "ABCD-2345";

    /// Nobody has linked the number, and the code is to be typed.
    void offersCode();

    /// Where the provider is told to post.
    URI webhook();

    /// The provider is away.
    void stops();

    @Override
    void close();
}
