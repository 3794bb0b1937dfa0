package congressbot.bot.attention;

import congressbot.bot.account.Account;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What the organisers say to a person, by the way of the bot's replies and after those, and what
/// they note for themselves.
public final class OrganiserWords {
    /// In characters; the limit of a message.
    public static final int LONGEST = Texts.MAX_REPLY;

    /// In characters.
    public static final int LONGEST_NOTE = 2_000;

    /// What a form is told by, so that sending it twice says it once.
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AuditLog auditLog;
    private final Runnable relay;
    private final InstantSource time;

    /// @param relay sends what is due at once
    public OrganiserWords(Jdbi jdbi, Outbox outbox, AuditLog auditLog, Runnable relay, InstantSource time) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.auditLog = auditLog;
        this.relay = relay;
        this.time = time;
    }

    /// How a wish to say or note something ended. Where it is refused, nothing was stored.
    public sealed interface Saying {
        /// It is on its way, or was before by the same form.
        record Said() implements Saying {}

        /// The same form said other words before. Those went out, these did not.
        record Other() implements Saying {}

        /// Only who took the chat over writes in it.
        ///
        /// @param by who that is; empty when the bot answers
        record NotYours(Optional<Takeover> by) implements Saying {}

        /// There is nothing in it.
        record Empty() implements Saying {}

        /// It is longer than the limit.
        record TooLong(int limit) implements Saying {}

        /// There is no such chat in the congress.
        record Unknown() implements Saying {}
    }

    /// Says something.
    ///
    /// @param nonce of the form
    public Saying say(Witness who, long conversation, String nonce, String text) {
        String clean = Spelling.cleanedLines(text);
        if (clean.isEmpty() || !NONCE.matcher(nonce).matches()) {
            return new Saying.Empty();
        }
        if (clean.length() > LONGEST) {
            return new Saying.TooLong(LONGEST);
        }
        Saying saying = jdbi.inTransaction(handle -> AttentionRows.lock(handle, who.congress(), conversation)
                .map(chat -> say(handle, who, chat, new Words(nonce, clean)))
                .orElseGet(Saying.Unknown::new));
        relay.run();
        return saying;
    }

    /// A text and the form that it came by.
    private record Words(String nonce, String text) {}

    private Saying say(Handle handle, Witness who, Chat chat, Words words) {
        Optional<Takeover> held = AttentionRows.open(handle, chat.congress(), chat.id());
        if (held.filter(mine -> mine.isBy(who.account())).isEmpty()) {
            return new Saying.NotYours(held);
        }
        Instant now = time.instant();
        String key = Outbox.BY_A_PERSON + "w:" + chat.id() + ":" + words.nonce();
        boolean fresh =
                SaidRows.add(handle, chat, key, new SaidRows.Said(words.text(), SaidRows.By.ACCOUNT, who.name()), now);
        if (fresh) {
            if (!chat.isUnreachable()) {
                outbox.addWords(handle, chat.congress(), chat.id(), key, chat.saying(words.text()), now);
            }
            AttentionRows.extend(handle, held.get().id(), now.plus(Takeovers.AFTER_WORDS));
            AttentionRows.read(handle, chat.congress(), chat.id());
            auditLog.note(handle, who, Deed.SAY, subject(chat.id()));
        }
        return fresh || SaidRows.stands(handle, chat, key, words.text()) ? new Saying.Said() : new Saying.Other();
    }

    /// Notes something that is never sent.
    ///
    /// @param nonce of the form
    public Saying note(Witness who, long conversation, String nonce, String text) {
        String clean = Spelling.cleanedLines(text);
        if (clean.isEmpty() || !NONCE.matcher(nonce).matches()) {
            return new Saying.Empty();
        }
        if (clean.length() > LONGEST_NOTE) {
            return new Saying.TooLong(LONGEST_NOTE);
        }
        return jdbi.inTransaction(handle -> AttentionRows.lock(handle, who.congress(), conversation)
                .map(chat -> note(handle, who, chat, new Words(nonce, clean)))
                .orElseGet(Saying.Unknown::new));
    }

    private Saying note(Handle handle, Witness who, Chat chat, Words words) {
        boolean fresh = addNote(handle, who, chat, words);
        if (fresh) {
            auditLog.note(handle, who, Deed.NOTE, subject(chat.id()));
        }
        return fresh || isNoted(handle, chat, words) ? new Saying.Said() : new Saying.Other();
    }

    private static boolean isNoted(Handle handle, Chat chat, Words words) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM conversation_notes
                                       WHERE congress_id = :congress AND conversation_id = :conversation
                                         AND nonce = :nonce AND text = :text)
                        """)
                .bind("congress", chat.congress())
                .bind("conversation", chat.id())
                .bind("nonce", words.nonce())
                .bind("text", words.text())
                .mapTo(Boolean.class)
                .one();
    }

    private boolean addNote(Handle handle, Witness who, Chat chat, Words words) {
        return handle.createUpdate("""
                        INSERT INTO conversation_notes (congress_id, conversation_id, account_name, text, nonce, at)
                        VALUES (:congress, :conversation, :name, :text, :nonce, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("congress", chat.congress())
                        .bind("conversation", chat.id())
                        .bind("name", who.name())
                        .bind("text", words.text())
                        .bind("nonce", words.nonce())
                        .bind("now", time.instant())
                        .execute()
                == 1;
    }

    /// Removes a note.
    ///
    /// @return false when it is not there
    public boolean removeNote(Witness who, long conversation, long note) {
        return jdbi.inTransaction(handle -> {
            boolean removed = handle.createUpdate("""
                            DELETE FROM conversation_notes
                            WHERE id = :note AND conversation_id = :conversation AND congress_id = :congress
                            """)
                            .bind("note", note)
                            .bind("conversation", conversation)
                            .bind("congress", who.congress())
                            .execute()
                    == 1;
            if (removed) {
                auditLog.note(handle, who, Deed.REMOVE_NOTE, subject(conversation));
            }
            return removed;
        });
    }

    /// Deletes old notes, a batch at a time.
    ///
    /// @return how many were deleted
    static int forgetNotes(Handle handle, Instant before, int atMost) {
        return handle.createUpdate("""
                        DELETE FROM conversation_notes
                        WHERE id IN (SELECT id FROM conversation_notes WHERE at < :before LIMIT :most)
                        """)
                .bind("before", before)
                .bind("most", atMost)
                .execute();
    }

    /// Everything in the chat was read.
    ///
    /// @return false when there is no such chat in the congress
    public boolean read(Witness who, long conversation) {
        return jdbi.withHandle(handle -> AttentionRows.read(handle, who.congress(), conversation));
    }

    /// The chat is this account's to look after, or nobody's.
    ///
    /// @return false when there is no such chat in the congress
    public boolean assign(Witness who, long conversation, Optional<Account> to) {
        return jdbi.inTransaction(handle -> {
            boolean assigned = AttentionRows.assign(
                    handle,
                    who.congress(),
                    conversation,
                    to.map(account -> OptionalLong.of(account.id())).orElseGet(OptionalLong::empty),
                    to.map(Account::name));
            if (assigned) {
                auditLog.note(handle, who, Deed.ASSIGN, subject(conversation));
            }
            return assigned;
        });
    }

    private static Subject subject(long conversation) {
        return new Subject("conversation", Long.toString(conversation));
    }
}
