package congressbot.bot.panel.knowledge;

import congressbot.bot.account.Right;
import congressbot.bot.knowledge.Difference;
import congressbot.bot.knowledge.Edition;
import congressbot.bot.knowledge.Shelf;
import congressbot.bot.knowledge.Version;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `/painel/conhecimento/{nome}/versoes`: all versions of a document, and what two of them differ in.
public final class VersionsPage {
    private final Pages pages;
    private final Shelf shelf;

    VersionsPage(Pages pages, Shelf shelf) {
        this.pages = pages;
        this.shelf = shelf;
    }

    /// What the page shows.
    ///
    /// @param newest the version that a restored one is put on
    /// @param compared empty while there is only one version
    public record Listing(String shown, String path, long newest, List<Edition> versions, Optional<Compared> compared) {
        public Listing {
            versions = List.copyOf(versions);
        }

        public boolean isFrom(Edition version) {
            return compared.filter(both -> both.from().id() == version.id()).isPresent();
        }

        public boolean isTo(Edition version) {
            return compared.filter(both -> both.to().id() == version.id()).isPresent();
        }
    }

    public record Compared(Edition from, Edition to, Difference difference) {}

    void addTo(Desk desk) {
        desk.get("/conhecimento/{nome}/versoes", Right.EDIT_KNOWLEDGE, this::show);
    }

    private void show(Visit visit) {
        String name = Names.of(visit);
        List<Edition> versions = shelf.versions(visit.congress(), name);
        if (versions.isEmpty()) {
            pages.notFound(visit);
            return;
        }
        Optional<Version> to = version(visit, name, "ate", versions, 0);
        Optional<Version> from = version(visit, name, "de", versions, 1);
        Optional<Compared> compared = to.flatMap(second -> from.map(first ->
                new Compared(first.edition(), second.edition(), Difference.of(first.content(), second.content()))));
        long newest =
                shelf.newest(visit.congress(), name).orElseThrow().edition().id();
        Listing listing = new Listing(Names.shown(name), Names.path(name), newest, versions, compared);
        pages.show(visit, "knowledge/versions", Map.of("listing", listing));
    }

    /// The one that is asked for, of this document; otherwise one of the last two.
    private Optional<Version> version(Visit visit, String name, String field, List<Edition> versions, int otherwise) {
        OptionalLong asked = visit.queryNumber(field);
        if (asked.isPresent()) {
            return shelf.version(visit.congress(), name, asked.getAsLong());
        }
        return versions.size() > otherwise
                ? shelf.version(visit.congress(), name, versions.get(otherwise).id())
                : Optional.empty();
    }
}
