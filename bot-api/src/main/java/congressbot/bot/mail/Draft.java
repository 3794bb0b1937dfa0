package congressbot.bot.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/// What became of writing a mail.
sealed interface Draft {
    /// Ready to be sent. Nothing in it breaks a header line.
    record Letter(InternetAddress to, String subject, String text, String html, Optional<Attachment> attachment)
            implements Draft {
        @Override
        public String toString() {
            return "Letter[…]";
        }
    }

    /// Cannot be written, now or later.
    record Unusable(String reason) implements Draft {}
}
