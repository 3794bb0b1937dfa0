package congressbot.bot.conversation;

import congressbot.bot.session.SnapshotCache;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one contact of two that turn out to be one person. Proof is one message that shows both of
/// her ids, or the bridge's own word; names and numbers that somebody typed are none. All of it
/// happens in one transaction, or nothing; every turn under way in one of her chats is planned again.
public final class Joining {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    /// Two transactions that wait for each other, or for too long, and rows that somebody added to a
    /// chat meanwhile: PostgreSQL ends one of them, and that one tries again.
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001", "55P03", "23503");

    private static final int MAX_TRIES = 5;

    /// A fact of the gateway names no more.
    private static final int MOST_ALIASES = 8;

    /// Longest id that is stored, in characters.
    private static final int LONGEST_ALIAS = 128;

    private final Jdbi jdbi;
    private final Receptions receptions;
    private final Conversations conversations;
    private final SnapshotCache snapshots;
    private final JoinRows rows = new JoinRows();

    Joining(Jdbi jdbi, Receptions receptions, Conversations conversations, SnapshotCache snapshots) {
        this.jdbi = jdbi;
        this.receptions = receptions;
        this.conversations = conversations;
        this.snapshots = snapshots;
    }

    /// A chat that went into another, or to another contact, as it is now.
    private record Changed(String account, Snapshot now) {}

    /// The bridge says so. What cannot be ids is passed over.
    public void linked(GatewayFact.Linked fact) {
        List<String> aliases = fact.aliases().stream()
                .filter(alias -> !alias.isBlank() && alias.length() <= LONGEST_ALIAS)
                .distinct()
                .limit(MOST_ALIASES)
                .toList();
        if (aliases.size() > 1) {
            String congress =
                    receptions.of(fact.channel(), fact.account()).congress().id();
            join(congress, fact.channel(), aliases);
        }
    }

    /// These ids of one channel are one person. Ids that nobody wrote under yet are noted as hers; of
    /// people who never wrote nothing is noted.
    public void join(String congress, ChannelName channel, List<String> aliases) {
        JoinRows.Known known = new JoinRows.Known(congress, channel, aliases);
        for (int tries = 1; ; tries++) {
            try {
                List<Changed> changed = jdbi.inTransaction(handle -> join(handle, known));
                changed.forEach(chat -> remember(channel, chat));
                return;
            } catch (JdbiException e) {
                if (tries == MAX_TRIES || !mayTryAgain(e)) {
                    throw e;
                }
                LOG.atDebug().addKeyValue("tries", tries).log("two contacts could not be joined, trying again");
            }
        }
    }

    private List<Changed> join(Handle handle, JoinRows.Known known) {
        List<Long> contacts = rows.hold(handle, known);
        if (contacts.isEmpty()) {
            return List.of();
        }
        long kept = contacts.getFirst();
        List<JoinRows.Chat> moved = new ArrayList<>();
        for (long other : contacts.subList(1, contacts.size())) {
            for (JoinRows.Chat chat : rows.chats(handle, known, other)) {
                moved.add(moved(handle, known, chat, kept));
            }
            rows.dissolve(handle, other, kept);
            LOG.atInfo()
                    .addKeyValue("contact", kept)
                    .addKeyValue("dissolved", other)
                    .log("two contacts are one person");
        }
        conversations.addAliases(handle, known.congress(), kept, known.channel(), known.aliases());
        return moved.stream()
                .flatMap(chat ->
                        conversations.find(handle, chat.id()).stream().map(now -> new Changed(chat.account(), now)))
                .toList();
    }

    /// Gives a chat to another contact. Where that one has a chat with the same account, both become
    /// one: what is stored of the other goes into the one whose registration is further.
    ///
    /// @return the one that stays
    private JoinRows.Chat moved(Handle handle, JoinRows.Known known, JoinRows.Chat chat, long contact) {
        Optional<JoinRows.Chat> twin = rows.chats(handle, known, contact).stream()
                .filter(other -> other.isWhere(chat))
                .findFirst();
        if (twin.isEmpty()) {
            rows.give(handle, chat, contact);
            return chat;
        }
        JoinRows.Chat stays = JoinRows.Chat.further(twin.get(), chat);
        JoinRows.Chat goes = stays.equals(chat) ? twin.get() : chat;
        rows.merge(handle, known, goes, stays);
        rows.give(handle, stays, contact);
        return stays;
    }

    /// Under every id of hers; nothing older comes back over it.
    private void remember(ChannelName channel, Changed chat) {
        chat.now()
                .aliases()
                .forEach(alias -> snapshots.keep(new ConversationId(channel, chat.account(), alias), chat.now()));
    }

    private static boolean mayTryAgain(JdbiException e) {
        return e.getCause() instanceof SQLException sql && TRY_AGAIN.contains(sql.getSQLState());
    }
}
