package congressbot.bot.panel.knowledge;

import congressbot.bot.account.Right;
import congressbot.bot.congress.Fault;
import congressbot.bot.knowledge.DocumentName;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Edition;
import congressbot.bot.knowledge.Library;
import congressbot.bot.knowledge.Saved;
import congressbot.bot.knowledge.Shelf;
import congressbot.bot.knowledge.Trouble;
import congressbot.bot.knowledge.Version;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Part;
import congressbot.bot.panel.Visit;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `/painel/conhecimento`: what the bot knows, document by document, and a new one.
public final class KnowledgePages implements Part {
    private final Pages pages;
    private final Library library;
    private final Shelf shelf;
    private final Trials trials;

    public KnowledgePages(Pages pages, Library library, Shelf shelf, Trials trials) {
        this.pages = pages;
        this.library = library;
        this.shelf = shelf;
        this.trials = trials;
    }

    /// What the first page shows.
    ///
    /// @param congress the facts, which are edited like a document
    /// @param overtaken names of documents whose last edit here gave way to a newer file
    /// @param troubles files that cannot be read
    public record Listing(
            Optional<Edition> congress,
            List<Edition> documents,
            List<Edition> deleted,
            List<String> overtaken,
            List<Trouble> troubles,
            Trial trial) {
        public Listing {
            documents = List.copyOf(documents);
            deleted = List.copyOf(deleted);
            overtaken = List.copyOf(overtaken);
            troubles = List.copyOf(troubles);
        }

        public String path(Edition edition) {
            return Names.path(edition.name());
        }

        public String shown(Edition edition) {
            return Names.shown(edition.name());
        }

        public boolean isOvertaken(Edition edition) {
            return overtaken.contains(edition.name());
        }
    }

    /// A document that is begun.
    public record Beginning(String title, String content, List<Fault> faults, Optional<String> taken) {
        public Beginning {
            faults = List.copyOf(faults);
        }
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/conhecimento", Right.EDIT_KNOWLEDGE, visit -> show(visit, Trial.NONE));
        desk.post(
                "/conhecimento/perguntar",
                Right.EDIT_KNOWLEDGE,
                visit -> show(visit, trials.ask(visit, Optional.empty())));
        desk.get(
                "/conhecimento/novo",
                Right.EDIT_KNOWLEDGE,
                visit -> begin(visit, HttpStatus.OK, new Beginning("", "", List.of(), Optional.empty())));
        desk.post("/conhecimento/novo", Right.EDIT_KNOWLEDGE, this::add);
        new VersionsPage(pages, shelf).addTo(desk);
        new EditorPage(pages, shelf, trials).addTo(desk);
    }

    private void show(Visit visit, Trial trial) {
        String congress = visit.congress();
        List<Edition> all = shelf.documents(congress);
        Listing listing = new Listing(
                shelf.newest(congress, Shelf.CONGRESS).map(Version::edition),
                all.stream().filter(KnowledgePages::isThere).toList(),
                all.stream().filter(edition -> !isThere(edition)).toList(),
                shelf.overtaken(congress),
                library.troubles(congress),
                trial);
        pages.show(visit, "knowledge/list", Map.of("listing", listing));
    }

    private static boolean isThere(Edition edition) {
        return edition.counts() && !edition.deletes();
    }

    private void begin(Visit visit, HttpStatus status, Beginning beginning) {
        pages.show(visit, status, "knowledge/new", Map.of("beginning", beginning));
    }

    private void add(Visit visit) {
        String title = visit.form().field("titulo").replaceAll("\\s+", " ").strip();
        String text = visit.form().field(EditorPage.TEXT);
        String name = DocumentName.of(title);
        String content = text.strip().startsWith("# ") ? text : "# " + title + "\n\n" + text.strip() + "\n";
        switch (shelf.save(visit.witness(), new Draft(name, content, OptionalLong.empty()))) {
            case Saved.Done _, Saved.Unchanged _ -> visit.goTo(Names.path(name), "knowledge-saved");
            case Saved.Faulty(List<Fault> faults) ->
                begin(visit, HttpStatus.UNPROCESSABLE_CONTENT, new Beginning(title, text, faults, Optional.empty()));
            case Saved.Outdated _ ->
                begin(visit, HttpStatus.CONFLICT, new Beginning(title, text, List.of(), Optional.of(Names.path(name))));
        }
    }
}
