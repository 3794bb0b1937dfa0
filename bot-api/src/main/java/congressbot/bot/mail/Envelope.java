package congressbot.bot.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// Puts a letter into the form that travels (RFC 5322 and MIME): text and HTML side by side, in UTF-8.
final class Envelope {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    /// Longest left part of a Message-ID that is made of the key itself: header lines end somewhere.
    private static final int MAX_ID = 200;

    private final Session session;
    private final InternetAddress from;
    private final InstantSource time;

    Envelope(Session session, InternetAddress from, InstantSource time) {
        this.session = session;
        this.from = from;
        this.time = time;
    }

    MimeMessage seal(String key, Draft.Letter letter) throws MessagingException {
        MimeMessage message = new Identified(session, messageId(key));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, letter.to());
        message.setSubject(letter.subject(), UTF_8);
        message.setHeader("Date", DATE.format(time.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answer by a machine
        MimeMultipart body =
                new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
        message.setContent(
                letter.attachment().isPresent()
                        ? mixed(body, letter.attachment().get())
                        : body);
        message.saveChanges();
        return message;
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        // Readable in transit, and lines stay short whatever the values are.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeMultipart mixed(MimeMultipart body, Attachment attachment) throws MessagingException {
        MimeBodyPart read = new MimeBodyPart();
        read.setContent(body);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.type())));
        file.setFileName(attachment.name());
        file.setDisposition(Part.ATTACHMENT);
        file.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart("mixed", read, file);
    }

    /// Different keys give different ids: a mail server may drop a mail whose id it has seen.
    private String messageId(String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace(".", "%2E");
        String safe = encoded.length() <= MAX_ID
                ? encoded
                : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        return "<" + safe + "@" + domain(from) + ">";
    }

    /// A message that keeps the id it was given.
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
