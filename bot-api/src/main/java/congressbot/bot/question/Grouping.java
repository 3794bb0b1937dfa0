package congressbot.bot.question;

import congressbot.bot.congress.Congress;
import congressbot.bot.knowledge.Gist;
import congressbot.bot.knowledge.Knowledge;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.redaction.Redaction;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.llm.redaction.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Puts every question that nobody answered into the group of those that want the same answer.
public final class Grouping {
    /// Questions that are put into groups in one transaction.
    private static final int BATCH = 50;

    private final Jdbi jdbi;
    private final Library library;
    private final Redactor redactor;
    private final GroupingRows rows = new GroupingRows();

    public Grouping(Jdbi jdbi, Library library, Redactor redactor) {
        this.jdbi = jdbi;
        this.redactor = redactor;
        this.library = library;
    }

    /// A question with what it is about.
    private record Read(GroupingRows.Waiting question, Gist gist) {}

    /// Groups a batch of what is new. Safe to run in several processes: one is at it.
    ///
    /// @return whether there may be more
    public boolean groupSome() {
        List<Congress> congresses = library.congresses();
        List<String> ids = congresses.stream().map(Congress::id).toList();
        List<GroupingRows.Waiting> waiting = jdbi.withHandle(handle -> rows.waiting(handle, ids, BATCH));
        if (waiting.isEmpty()) {
            return false;
        }
        List<Read> read = new ArrayList<>();
        for (Congress congress : congresses) {
            Knowledge knowledge = library.knowledge();
            Redaction masking = redactor.redaction(List.of(), knowledge.published(congress.id()));
            waiting.stream()
                    .filter(question -> question.congress().equals(congress.id()))
                    .map(question -> new Read(question, gist(knowledge, congress, masking, question.text())))
                    .forEach(read::add);
        }
        return group(read) && waiting.size() == BATCH;
    }

    /// Without what is personal: it makes no two questions alike, and is kept nowhere else.
    private static Gist gist(Knowledge knowledge, Congress congress, Redaction masking, String question) {
        return knowledge.gist(congress, Token.without(masking.redacted(question)));
    }

    /// @return false when another process is at it
    private boolean group(List<Read> questions) {
        return jdbi.inTransaction(handle -> {
            if (!rows.lock(handle)) {
                return false;
            }
            for (Read read : questions) {
                String congress = read.question().congress();
                Optional<Long> like = rows.like(handle, congress, read.gist());
                long group = like.isPresent() ? like.get() : rows.open(handle, congress);
                rows.put(handle, read.question(), read.gist(), group, like.isEmpty());
            }
            return true;
        });
    }

    /// Follows what was forgotten: no words of a question stay behind it, groups are led by a question that is still
    /// known, and those that nothing is left of are gone.
    ///
    /// @return false: there is nothing more to do at once
    public boolean tidy() {
        jdbi.useTransaction(handle -> {
            if (rows.lock(handle)) {
                rows.tidy(handle);
            }
        });
        return false;
    }
}
