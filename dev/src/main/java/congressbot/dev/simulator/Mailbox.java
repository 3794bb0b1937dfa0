package congressbot.dev.simulator;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All mails that the demo has sent, one file each, whoever they are for. As in a real mailbox, a mail that comes again
/// under the same Message-ID is there once.
final class Mailbox {
    private static final String SUFFIX = ".eml";
    private static final Session SESSION = Session.getInstance(new Properties());

    private final TreeMap<Integer, Mail> mails = new TreeMap<>();
    private final Set<String> messageIds = new HashSet<>();
    private final Path folder;
    private final Feed feed;

    private Mailbox(Path folder, Feed feed) {
        this.folder = folder;
        this.feed = feed;
    }

    static Mailbox open(Path folder, Feed feed) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Mailbox mailbox = new Mailbox(folder, feed);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Mailbox::isMail).toList()) {
                mailbox.remember(described(number(file), read(file)), read(file).getMessageID());
            }
        }
        return mailbox;
    }

    synchronized List<Mail> newestFirst() {
        return List.copyOf(mails.descendingMap().values());
    }

    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        @Nullable String messageId = message.getMessageID();
        if (messageId != null && messageIds.contains(messageId)) {
            return;
        }
        int number = mails.isEmpty() ? 1 : mails.lastKey() + 1;
        Mail mail = described(number, message);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        Path unfinished = Files.write(folder.resolve("unfinished"), bytes.toByteArray());
        Files.move(unfinished, folder.resolve(number + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        remember(mail, messageId);
        feed.publish("mail", mail);
    }

    Optional<Mail.Opened> open(String id) throws IOException, MessagingException {
        Optional<Mail> mail = find(id);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        MailParts parts = parts(mail.get());
        List<MailParts.File> files = parts.files();
        List<Mail.Attachment> attachments = Stream.iterate(0, i -> i + 1)
                .limit(files.size())
                .map(i -> new Mail.Attachment(
                        i,
                        files.get(i).name(),
                        files.get(i).type(),
                        files.get(i).bytes().length))
                .toList();
        return Optional.of(
                new Mail.Opened(mail.get(), parts.text(), parts.html().isPresent(), attachments));
    }

    Optional<MailParts> parts(String id) throws IOException, MessagingException {
        Optional<Mail> mail = find(id);
        return mail.isEmpty() ? Optional.empty() : Optional.of(parts(mail.get()));
    }

    private synchronized Optional<Mail> find(String id) {
        return id.matches("\\d{1,9}") ? Optional.ofNullable(mails.get(Integer.valueOf(id))) : Optional.empty();
    }

    private MailParts parts(Mail mail) throws IOException, MessagingException {
        return MailParts.of(read(folder.resolve(mail.id() + SUFFIX)));
    }

    private synchronized void remember(Mail mail, @Nullable String messageId) {
        mails.put(Integer.valueOf(mail.id()), mail);
        if (messageId != null) {
            messageIds.add(messageId);
        }
    }

    private static Mail described(int number, MimeMessage message) throws MessagingException {
        Instant at = Optional.ofNullable(message.getSentDate())
                .map(date -> date.toInstant())
                .orElse(Instant.EPOCH);
        return new Mail(
                Integer.toString(number),
                shown(message.getFrom()),
                shown(message.getAllRecipients()),
                Optional.ofNullable(message.getSubject()).orElse(""),
                at);
    }

    private static String shown(Address[] addresses) {
        return addresses == null || addresses.length == 0 ? "" : ((InternetAddress) addresses[0]).toUnicodeString();
    }

    private static MimeMessage read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(SESSION, in);
        }
    }

    private static boolean isMail(Path file) {
        return String.valueOf(file.getFileName()).matches("\\d{1,9}\\" + SUFFIX);
    }

    private static int number(Path file) {
        String name = String.valueOf(file.getFileName());
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }
}
