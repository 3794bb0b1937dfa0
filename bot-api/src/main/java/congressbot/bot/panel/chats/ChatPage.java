package congressbot.bot.panel.chats;

import congressbot.bot.account.Account;
import congressbot.bot.account.Accounts;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.attention.Attending;
import congressbot.bot.attention.Bubble;
import congressbot.bot.attention.CannedReplies.Canned;
import congressbot.bot.attention.ChatReader;
import congressbot.bot.attention.ChatReader.Head;
import congressbot.bot.attention.ChatReader.Note;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import congressbot.bot.registration.Covering;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// `/painel/conversas/{id}`: one chat.
public final class ChatPage {
    private final Attending attending;
    private final Pages pages;
    private final ChatPages.Colleagues colleagues;
    private final InstantSource time;

    ChatPage(Attending attending, Pages pages, ChatPages.Colleagues colleagues, InstantSource time) {
        this.attending = attending;
        this.pages = pages;
        this.colleagues = colleagues;
        this.time = time;
    }

    /// A form that says or notes something.
    ///
    /// @param nonce by which it is told when it is sent twice
    /// @param text what was typed, when it was refused
    /// @param error what was wrong; empty when nothing was
    public record Draft(String nonce, String text, String error) {
        static Draft fresh() {
            return new Draft(UUID.randomUUID().toString(), "", "");
        }

        Draft refused(String why) {
            return new Draft(nonce, text, why);
        }

        /// To be sent by a form of its own: the one that it came by said something else.
        Draft anew(String why) {
            return new Draft(UUID.randomUUID().toString(), text, why);
        }

        /// Without the text, which is personal.
        @Override
        public String toString() {
            return "Draft[" + nonce + "]";
        }
    }

    /// Who answers, and what the reader may do about it.
    ///
    /// @param mine it is the reader's
    /// @param silent the bot says nothing at this moment
    public record Standing(Head head, boolean mine, boolean silent, boolean answers) {
        public String path() {
            return ChatPages.PATH + "/" + head.id();
        }

        /// Who has it, unless that is the reader.
        public Optional<String> other() {
            return head.takeover().filter(_ -> !mine).map(held -> held.name());
        }
    }

    /// What the page shows.
    ///
    /// @param whole the reader asked for CPFs in full, and may see them
    /// @param older query of the page with earlier messages
    public record Shown(
            Standing standing,
            List<Bubble> bubbles,
            boolean whole,
            boolean live,
            Optional<String> older,
            List<Note> notes,
            List<Canned> canned,
            List<Account> colleagues) {
        public long last() {
            return bubbles.isEmpty() ? 0 : bubbles.getLast().id();
        }
    }

    void show(Visit visit) {
        show(visit, HttpStatus.OK, Draft.fresh(), Draft.fresh());
    }

    /// The page with what was typed into it.
    void show(Visit visit, HttpStatus status, Draft words, Draft note) {
        Optional<Standing> standing = standing(visit);
        if (standing.isEmpty()) {
            OptionalLong other = visit.number("id")
                    .map(id -> attending.reader().mergedInto(visit.congress(), id))
                    .orElse(OptionalLong.empty());
            if (other.isPresent()) {
                visit.goTo(ChatPages.PATH + "/" + other.getAsLong());
            } else {
                pages.notFound(visit);
            }
            return;
        }
        Shown shown = shown(visit, standing.get());
        pages.show(visit, status, "chats/chat", Map.of("shown", shown, "words", words, "note", note));
    }

    private Shown shown(Visit visit, Standing standing) {
        long id = standing.head().id();
        OptionalLong below = visit.queryNumber("antes");
        List<Bubble> found = attending.reader().transcript(visit.congress(), id, below);
        List<Note> notes = attending.reader().notes(visit.congress(), id);
        Covering covering = attending.reader().covering(visit.congress(), id);
        boolean whole = visit.wantsWholeCpf();
        if (whole && hasDocument(found, notes, covering)) {
            noteReading(visit, id);
        }
        Optional<String> older = found.size() == ChatReader.PAGE
                ? Optional.of("?antes=" + found.getFirst().id() + (whole ? "&" + Visit.WHOLE_CPF : ""))
                : Optional.empty();
        return new Shown(
                standing,
                whole
                        ? found
                        : found.stream().map(bubble -> bubble.covered(covering)).toList(),
                whole,
                below.isEmpty(),
                older,
                whole
                        ? notes
                        : notes.stream().map(note -> note.covered(covering)).toList(),
                attending.cannedReplies().all(visit.congress()),
                colleagues(visit.congress()));
    }

    private static boolean hasDocument(List<Bubble> said, List<Note> notes, Covering covering) {
        return said.stream().anyMatch(bubble -> bubble.hasDocument(covering))
                || notes.stream().anyMatch(note -> covering.standsIn(note.text()));
    }

    private List<Account> colleagues(String congress) {
        return colleagues.accounts().list(congress).stream()
                .filter(listed -> !listed.disabled())
                .map(Accounts.Listed::account)
                .filter(account -> account.role().may(Right.ANSWER_CHATS))
                .toList();
    }

    /// The chat of the call's path; empty when there is none in the reader's congress.
    Optional<Standing> standing(Visit visit) {
        return visit.number("id").flatMap(id -> standing(visit, id));
    }

    /// The same when the call may be over.
    Optional<Standing> standing(Visit visit, long id) {
        return attending
                .reader()
                .head(visit.congress(), id)
                .map(head -> new Standing(
                        head,
                        head.isHeldBy(visit.account().id()),
                        head.isSilent(time.instant()),
                        visit.may(Right.ANSWER_CHATS)));
    }

    void noteReading(Visit visit, long conversation) {
        colleagues.auditLog().note(visit.witness(), Deed.READ_DOCUMENT, new Subject("conversation", conversation));
    }
}
