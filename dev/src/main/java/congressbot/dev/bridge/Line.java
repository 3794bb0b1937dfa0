package congressbot.dev.bridge;

import java.util.List;
import java.util.Optional;

/// What lies behind a bridge: WhatsApp, with our number at this end and people's phones at the other.
public interface Line {
    /// How our number stands.
    enum Link {
        CONNECTED,
        /// Linked, and WhatsApp is away.
        AWAY,
        /// Somebody has to pair it anew.
        UNLINKED
    }

    /// Our number, in digits.
    String account();

    Link link();

    /// Lets go of the number, as a logout does.
    void unlink();

    /// Whom WhatsApp knows.
    ///
    /// @param number digits
    Optional<Phone> phone(String number);

    /// Sends a message of ours.
    ///
    /// @param id as the caller wants it; the second message with it is the first one
    Taken send(Phone phone, ChatContent content, Optional<String> id);

    /// We type, or no longer do.
    void type(Phone phone, boolean on);

    /// We have read a message of the person.
    void read(Phone phone, String id);

    /// Whether it can be asked what was written.
    boolean remembers();

    /// Whose messages it remembers.
    List<Phone> phones();

    /// What it remembers of a chat, oldest first.
    List<ChatMessage> messages(Phone phone);

    Media media();
}
