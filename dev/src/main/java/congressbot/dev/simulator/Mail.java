package congressbot.dev.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A mail as a list shows it.
record Mail(String id, String from, String to, String subject, Instant at) {
    /// A mail as it is opened.
    ///
    /// @param html whether there is an HTML part
    record Opened(@JsonUnwrapped Mail mail, Optional<String> text, boolean html, List<Attachment> attachments) {
        Opened {
            attachments = List.copyOf(attachments);
        }
    }

    /// @param size in bytes
    record Attachment(int index, String name, String type, int size) {}
}
