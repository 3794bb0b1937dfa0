package congressbot.bot.panel.knowledge;

import congressbot.bot.account.AuditLog;
import congressbot.bot.answering.Answering;
import congressbot.bot.answering.Rehearsal;
import congressbot.bot.knowledge.Library;
import congressbot.bot.knowledge.Shelf;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Part;
import congressbot.bot.question.Publication;
import congressbot.bot.question.QuestionGroups;
import congressbot.bot.text.Tongues;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Puts the pages of this package together.
public final class KnowledgeParts {
    private KnowledgeParts() {}

    /// What the pages stand on.
    ///
    /// @param answering the bot that is asked what it would answer
    public record Ground(
            Jdbi jdbi, Library library, Answering answering, Tongues tongues, Redactor redactor, InstantSource time) {}

    /// The pages of the knowledge, and those of the questions.
    public static List<Part> over(Pages pages, Ground ground) {
        AuditLog audit = new AuditLog(ground.jdbi(), ground.time());
        Library library = ground.library();
        Shelf shelf = library.shelf(audit);
        Trials trials = new Trials(library, new Rehearsal(ground.answering(), library.stage(), ground.tongues()));
        QuestionGroups groups =
                new QuestionGroups(ground.jdbi(), library.knowledge(), ground.redactor(), audit, ground.time());
        Publication publication = new Publication(ground.jdbi(), shelf, audit, ground.time());
        return List.of(
                new KnowledgePages(pages, library, shelf, trials),
                new QuestionPages(pages, library, groups, publication, trials));
    }
}
