package congressbot.bot.question;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Fault;
import congressbot.bot.congress.QuietHours;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Saved;
import congressbot.bot.knowledge.Shelf;
import congressbot.bot.knowledge.Version;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Writes the answer to a group of questions into the knowledge: from then on the bot gives it, and those who asked are
/// told, if that is wanted. All of it happens, or nothing.
public final class Publication {
    /// Longest question, in characters.
    public static final int LONGEST_QUESTION = AnswerPage.LONGEST_QUESTION;

    /// Longest answer, in characters.
    public static final int LONGEST_ANSWER = AnswerPage.LONGEST_ANSWER;

    /// Documents of answers; when one is full, the next begins.
    private static final int MOST_DOCUMENTS = 20;

    private final Jdbi jdbi;
    private final Shelf shelf;
    private final AuditLog audit;
    private final InstantSource time;
    private final GroupRows groups = new GroupRows();
    private final NoticeRows notices = new NoticeRows();
    private final AnswerPage page = AnswerPage.load();

    public Publication(Jdbi jdbi, Shelf shelf, AuditLog audit, InstantSource time) {
        this.jdbi = jdbi;
        this.shelf = shelf;
        this.audit = audit;
        this.time = time;
    }

    /// What is to be published.
    ///
    /// @param question as it is to stand in the knowledge
    /// @param answer Markdown without headings
    /// @param tell whether those who asked are told
    public record Wish(long group, String question, String answer, boolean tell) {}

    /// What became of it.
    public sealed interface Outcome {
        /// It is published.
        ///
        /// @param document in which it stands
        /// @param told how many people are told
        record Done(String document, int told) implements Outcome {}

        /// There is no such group.
        record Gone() implements Outcome {}

        /// Somebody else answered or dismissed it meanwhile: nothing was stored.
        record Decided(Group group) implements Outcome {}

        record Unfit(List<Fault> faults) implements Outcome {
            public Unfit {
                faults = List.copyOf(faults);
            }
        }
    }

    public Outcome publish(Witness witness, Congress congress, Wish wish) {
        List<Fault> faults = AnswerPage.faults(wish.question(), wish.answer());
        if (!faults.isEmpty()) {
            return new Outcome.Unfit(faults);
        }
        return jdbi.inTransaction(handle -> {
            if (!groups.hold(handle, congress.id(), wish.group())) {
                return groups.find(handle, congress.id(), wish.group())
                        .<Outcome>map(Outcome.Decided::new)
                        .orElseGet(Outcome.Gone::new);
            }
            shelf.lock(handle, congress.id());
            return publish(handle, witness, congress, wish);
        });
    }

    /// The document as it would be with this answer; to be tried out.
    public Draft draft(String congress, String question, String answer) {
        String name = page.document(1);
        Optional<Version> before = shelf.newest(congress, name);
        return draft(name, before, question, answer);
    }

    private Draft draft(String name, Optional<Version> before, String question, String answer) {
        OptionalLong basis =
                before.isPresent() ? OptionalLong.of(before.get().edition().id()) : OptionalLong.empty();
        return new Draft(name, page.with(before.map(Version::content).orElse(""), question, answer), basis);
    }

    /// What is wrong with a question and its answer; nothing when they can be published.
    public static List<Fault> faults(String question, String answer) {
        return AnswerPage.faults(question, answer);
    }

    private Outcome publish(Handle handle, Witness witness, Congress congress, Wish wish) {
        Saved last = new Saved.Faulty(List.of());
        for (int number = 1; number <= MOST_DOCUMENTS; number++) {
            String name = page.document(number);
            Optional<Version> before = shelf.newest(handle, congress.id(), name);
            last = shelf.save(handle, witness, draft(name, before, wish.question(), wish.answer()));
            if (last instanceof Saved.Done || before.isEmpty()) {
                return finish(handle, witness, congress, wish, name, last);
            }
        }
        return finish(handle, witness, congress, wish, "", last);
    }

    private Outcome finish(Handle handle, Witness witness, Congress congress, Wish wish, String document, Saved saved) {
        return switch (saved) {
            case Saved.Done _ -> {
                Instant now = time.instant();
                Group.Published published =
                        new Group.Published(AnswerPage.heading(wish.question()), wish.answer(), document);
                groups.answer(handle, witness, wish.group(), published, now);
                int told = wish.tell()
                        ? notices.add(handle, congress.id(), wish.group(), QuietHours.next(congress, now), now)
                        : 0;
                audit.note(handle, witness, Deed.ANSWER_QUESTION, new Subject(QuestionGroups.SUBJECT, wish.group()));
                yield new Outcome.Done(document, told);
            }
            case Saved.Faulty(List<Fault> faults) -> new Outcome.Unfit(faults);
            case Saved.Unchanged _, Saved.Outdated _ ->
                throw new IllegalStateException("somebody wrote a document that is locked");
        };
    }
}
