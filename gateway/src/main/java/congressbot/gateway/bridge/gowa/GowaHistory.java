package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.IncomingMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people wrote, as the bridge stores it: texts and files. It does not store places, contacts
/// and polls, and of an edit only the result, under the id of the message that was edited; a deleted
/// message it has no more.
///
/// What we or the staff wrote is left out. A message that we sent through the bridge stands there
/// like one that was typed on the phone, so each would have to be proven not to be ours; and a pause
/// that the staff began hours ago would begin now.
final class GowaHistory {
    private static final Logger LOG = LoggerFactory.getLogger(GowaHistory.class);

    /// More chats with something new than a congress has in days.
    private static final int MOST_CHATS = 5_000;

    /// Of one chat. Who writes more within the days of an outage is no person.
    private static final int MOST_OF_A_CHAT = 2_000;

    /// Messages of one answer, for the sake of memory: about 40 MB.
    private static final int MOST = 40_000;

    private final GowaLists lists;
    private final GowaNumber number;
    private final StoredMessage reader;
    private final InstantSource time;

    GowaHistory(GowaLists lists, GowaNumber number, StoredMessage reader, InstantSource time) {
        this.lists = lists;
        this.number = number;
        this.reader = reader;
        this.time = time;
    }

    /// A chat in which something may be new.
    ///
    /// @param name what the person calls herself
    /// @param last when something was said last, stored or not
    private record Chat(Jid jid, Optional<String> name, Optional<Instant> last) {}

    Missed since(Instant since) {
        Optional<Receiver> receiver = number.receiver();
        if (receiver.isEmpty()) {
            return new Missed.TryLater("the bridge does not tell its number");
        }
        return switch (chats(MOST_CHATS, since)) {
            case GowaLists.Rows rows when rows.total() == 0 -> new Missed.NoHistory();
            case GowaLists.Rows rows -> messages(people(withMoved(rows, since)), cutOff(rows), receiver.get(), since);
            case GowaLists.Failed(Answered answer) when answer.status() == 404 -> new Missed.NoHistory();
            case GowaLists.Failed(Exchange exchange) -> new Missed.TryLater(GowaApi.failure(exchange));
        };
    }

    /// Chats beyond those that are read, as the list of what is unread tells them.
    private static Optional<String> cutOff(GowaLists.Rows chats) {
        return Optional.of(chats)
                .filter(GowaLists.Rows::more)
                .map(rows -> "all in which nothing was said after "
                        + rows.rows().getLast().text("last_message_time").orElse("a time not told"));
    }

    private GowaLists.Read chats(int most, Instant since) {
        return lists.read("/chats?", most, row -> isNew(row, "last_message_time", since));
    }

    /// A chat in which somebody writes while pages are read moves to the first page, and may be on
    /// none that was read.
    private List<Fields> withMoved(GowaLists.Rows rows, Instant since) {
        boolean onePage = rows.rows().size() < GowaLists.PAGE;
        return !onePage && chats(GowaLists.PAGE, since) instanceof GowaLists.Rows again
                ? Stream.concat(rows.rows().stream(), again.rows().stream()).toList()
                : rows.rows();
    }

    private static List<Chat> people(List<Fields> rows) {
        Map<Jid, Chat> chats = new LinkedHashMap<>();
        for (Fields row : rows) {
            row.text("jid").flatMap(Jid::parse).filter(Jid::isPerson).ifPresent(jid -> chats.put(jid, chat(jid, row)));
        }
        return List.copyOf(chats.values());
    }

    private static Chat chat(Jid jid, Fields row) {
        Optional<Instant> last = row.time("last_message_time");
        return new Chat(jid, row.text("name").filter(GowaHistory::isName), last);
    }

    /// Where the bridge knows no name it writes the number.
    private static boolean isName(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private Missed messages(List<Chat> chats, Optional<String> cutOff, Receiver receiver, Instant since) {
        List<IncomingMessage> messages = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> unstored = new ArrayList<>();
        for (Chat chat : chats) {
            Optional<List<Fields>> rows = messages.size() < MOST ? rows(chat, since) : Optional.empty();
            rows.ifPresentOrElse(
                    read -> messages.addAll(heard(read, chat, receiver)),
                    () -> unread.add(chat.jid().toString()));
            rows.filter(read -> lacksTheLast(read, chat))
                    .ifPresent(_ -> unstored.add(chat.jid().toString()));
        }
        cutOff.ifPresent(unread::add);
        if (!unstored.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("chats", unstored)
                    .log("the last thing in these chats is not stored by the bridge: a place, a contact, a poll, or it"
                            + " was deleted");
        }
        messages.sort(Comparator.comparing(IncomingMessage::sentAt));
        return new Missed.Messages(messages, unread);
    }

    private Optional<List<Fields>> rows(Chat chat, Instant since) {
        GowaLists.Read read =
                lists.messages(chat.jid(), "", since, MOST_OF_A_CHAT, row -> isNew(row, "timestamp", since));
        return read instanceof GowaLists.Rows rows && !rows.more() ? Optional.of(rows.rows()) : Optional.empty();
    }

    private static boolean lacksTheLast(List<Fields> rows, Chat chat) {
        return chat.last()
                .filter(last -> rows.stream()
                        .flatMap(row -> row.time("timestamp").stream())
                        .noneMatch(at -> !at.isBefore(last)))
                .isPresent();
    }

    private List<IncomingMessage> heard(List<Fields> rows, Chat chat, Receiver receiver) {
        Instant now = time.instant();
        return rows.stream()
                .flatMap(row -> reader.read(row, chat.jid(), receiver).stream())
                .map(said -> heard(said, chat, receiver).envelope(now, RequestId.current()))
                .toList();
    }

    private static Heard heard(StoredMessage.Said said, Chat chat, Receiver receiver) {
        return new Heard(
                receiver, chat.jid(), List.of(chat.jid()), said.id(), said.content(), chat.name(), said.sentAt());
    }

    /// What has no time that can be read may be new.
    private static boolean isNew(Fields row, String name, Instant since) {
        return row.time(name).map(at -> !at.isBefore(since)).orElse(true);
    }
}
