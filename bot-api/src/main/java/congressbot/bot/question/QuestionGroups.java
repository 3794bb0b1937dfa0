package congressbot.bot.question;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.knowledge.Knowledge;
import congressbot.bot.llm.redaction.Redaction;
import congressbot.bot.llm.redaction.Redactor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/// The groups of questions as organisers see and sort them.
public final class QuestionGroups {
    /// Groups on a page.
    public static final int PAGE = 50;

    static final String SUBJECT = "question";

    private final Jdbi jdbi;
    private final GroupRows rows = new GroupRows();
    private final Knowledge knowledge;
    private final Redactor redactor;
    private final AuditLog audit;
    private final InstantSource time;

    public QuestionGroups(Jdbi jdbi, Knowledge knowledge, Redactor redactor, AuditLog audit, InstantSource time) {
        this.jdbi = jdbi;
        this.knowledge = knowledge;
        this.redactor = redactor;
        this.audit = audit;
        this.time = time;
    }

    /// How many groups there are, by what became of them.
    public Map<GroupStatus, Integer> counts(String congress) {
        return jdbi.withHandle(handle -> rows.counts(handle, congress));
    }

    /// Those that were asked most first.
    ///
    /// @param page from 0 on
    public List<Group> list(String congress, GroupStatus status, int page) {
        List<Group> groups = jdbi.withHandle(handle -> rows.list(handle, congress, status, PAGE, page * PAGE));
        Redaction masking = masking(congress);
        return groups.stream().map(group -> masked(group, masking)).toList();
    }

    /// Empty for a group of another congress.
    public Optional<Group.Whole> find(String congress, long id) {
        return jdbi.withHandle(handle -> rows.find(handle, congress, id).map(group -> {
            Redaction masking = masking(congress);
            List<Group.Asked> asked = rows.asked(handle, id).stream()
                    .map(one -> new Group.Asked(one.id(), masking.redacted(one.text()), one.times(), one.at()))
                    .toList();
            GroupRows.Reach reach = rows.reach(handle, id);
            return new Group.Whole(
                    masked(group, masking),
                    asked,
                    reach.reachable(),
                    reach.unreachable(),
                    new NoticeRows().telling(handle, id));
        }));
    }

    /// Questions are personal in part; what is masked never leaves this class as it was.
    private Redaction masking(String congress) {
        return redactor.redaction(List.of(), knowledge.published(congress));
    }

    private static Group masked(Group group, Redaction masking) {
        return new Group(
                group.id(),
                group.status(),
                group.asked(),
                group.people(),
                group.last(),
                masking.redacted(group.text()),
                group.decision());
    }

    /// The group needs no answer.
    ///
    /// @return false when it is not open any more, or of another congress
    public boolean dismiss(Witness witness, long id) {
        return decide(witness, Deed.DISMISS_QUESTION, id, handle -> rows.dismiss(handle, witness, id, time.instant()));
    }

    /// A dismissed group is open again.
    ///
    /// @return false when it is not dismissed any more, or of another congress
    public boolean reopen(Witness witness, long id) {
        return decide(witness, Deed.SORT_QUESTION, id, handle -> rows.reopen(handle, witness.congress(), id));
    }

    /// A question, with those that say the same in the same words, goes into a group of its own.
    ///
    /// @return the new group; empty when there is no such question in the group, or no other one
    public Optional<Long> takeOut(Witness witness, long id, long question) {
        return jdbi.inTransaction(handle -> {
            Optional<Long> own = rows.takeOut(handle, witness.congress(), id, question);
            own.ifPresent(_ -> note(handle, witness, Deed.SORT_QUESTION, id));
            return own;
        });
    }

    /// All questions of one group go into another one that is open.
    ///
    /// @return false when one of them is not open any more, or of another congress
    public boolean merge(Witness witness, long from, long into) {
        return from != into
                && decide(
                        witness,
                        Deed.SORT_QUESTION,
                        from,
                        handle -> rows.merge(handle, witness.congress(), from, into));
    }

    private boolean decide(Witness witness, Deed deed, long id, HandleCallback<Boolean, RuntimeException> act) {
        return jdbi.inTransaction(handle -> {
            boolean done = act.withHandle(handle);
            if (done) {
                note(handle, witness, deed, id);
            }
            return done;
        });
    }

    private void note(Handle handle, Witness witness, Deed deed, long id) {
        audit.note(handle, witness, deed, new Subject(SUBJECT, id));
    }
}
