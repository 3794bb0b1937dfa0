package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Heard;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.http.Exchange;
import congressbot.wire.message.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks among the stored messages for one of ours whose send ended nobody knows how.
final class GowaSearch {
    /// How long a send may be at work: the bridge gives it up after 45 s, stores a message up to two
    /// seconds later, and clocks differ.
    private static final Duration AT_WORK = Duration.ofSeconds(45 + 5);

    /// How long a bridge that fails to tell is asked again, before the person waits no longer.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Messages of ours in one chat since the try began.
    private static final int MOST = 200;

    private final GowaLists lists;
    private final GowaPeople people;
    private final InstantSource time;

    GowaSearch(GowaLists lists, GowaPeople people, InstantSource time) {
        this.lists = lists;
        this.people = people;
        this.time = time;
    }

    /// @param since when the try began
    Search sent(OutgoingMessage message, Instant since) {
        return Jid.parse(message.replyTo())
                .map(chat -> sent(message, chat, since))
                .orElseGet(Search.Unknowable::new);
    }

    private Search sent(OutgoingMessage message, Jid chat, Instant since) {
        Optional<List<Jid>> places = places(chat);
        List<GowaLists.Read> reads = places.orElse(List.of(chat)).stream()
                .map(place -> lists.messages(place, "is_from_me=true&", since, MOST, row -> isRecent(row, since)))
                .toList();
        return rows(reads)
                .flatMap(rows -> rows.rows().stream())
                .filter(row -> isThis(row, message))
                .flatMap(row -> row.text("id").filter(Heard::usableId).stream())
                .findFirst()
                .<Search>map(id -> new Search.Found(new SendResult.Sent(id)))
                .orElseGet(() -> notFound(places.isPresent(), reads, since));
    }

    /// @param everywhere all places where it may be stored are known
    private Search notFound(boolean everywhere, List<GowaLists.Read> reads, Instant since) {
        Duration age = Duration.between(since, time.instant());
        boolean failed = rows(reads).count() < reads.size();
        if (reads.stream().anyMatch(GowaSearch::isNotOffered) || (failed && age.compareTo(PATIENCE) >= 0)) {
            return new Search.Unknowable();
        }
        if (failed) {
            return new Search.NotYet("the bridge does not tell whether an earlier try reached the chat");
        }
        if (age.compareTo(AT_WORK) < 0 && (isStored(reads) || storesAny())) {
            return new Search.NotYet("an earlier try may still be at work");
        }
        return everywhere && isComplete(reads) ? new Search.Absent() : new Search.Unknowable();
    }

    private static boolean isNotOffered(GowaLists.Read read) {
        return read instanceof GowaLists.Failed(Exchange.Answered answer) && answer.status() == 404;
    }

    /// A chat that begins with what was sent is stored with it; but some bridges store none.
    private boolean storesAny() {
        return lists.read("/chats?", GowaLists.PAGE, _ -> false) instanceof GowaLists.Rows rows && rows.total() > 0;
    }

    /// Where the bridge may have stored it: under the number behind a hidden address, as soon as it
    /// knows that. Empty when it does not tell.
    private Optional<List<Jid>> places(Jid chat) {
        if (!chat.isHidden()) {
            return Optional.of(List.of(chat));
        }
        return switch (people.behind(chat)) {
            case GowaPeople.Known(Jid number) -> Optional.of(List.of(chat, number));
            case GowaPeople.Unknown() -> Optional.of(List.of(chat));
            case GowaPeople.NotTold() -> Optional.empty();
        };
    }

    /// Nothing found proves something only where everything was read, of a chat that the bridge
    /// stores at all.
    private static boolean isComplete(List<GowaLists.Read> reads) {
        return rows(reads).noneMatch(GowaLists.Rows::more) && isStored(reads);
    }

    private static boolean isStored(List<GowaLists.Read> reads) {
        return rows(reads).anyMatch(rows -> rows.total() > 0);
    }

    private static Stream<GowaLists.Rows> rows(List<GowaLists.Read> reads) {
        return reads.stream().filter(GowaLists.Rows.class::isInstance).map(GowaLists.Rows.class::cast);
    }

    /// The same words, said before, are another message. WhatsApp tells whole seconds.
    private static boolean isRecent(Fields row, Instant since) {
        return row.time("timestamp")
                .filter(at -> !at.isBefore(since.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    /// Before the text beside a file some versions write a sign.
    private static boolean isThis(Fields row, OutgoingMessage message) {
        String stored = row.text("content").orElse("");
        boolean same = stored.equals(message.text())
                || (message.attachment().isPresent() && stored.endsWith(" " + message.text()));
        return same && row.flag("is_from_me");
    }
}
