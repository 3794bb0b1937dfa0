package congressbot.bot.knowledge;

import congressbot.bot.account.AuditLog;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressText;
import congressbot.bot.congress.Congresses;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders of the congresses, looked at again and again: what changed there, or was edited in the panel, is taken
/// over without a restart. What
/// cannot be read is told, and its last good version goes on counting.
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Path folder;
    private final URI publicUrl;
    private final FactWriter facts;
    private final Consumer<List<Congress>> renewed;
    private final Jdbi jdbi;
    private final DocumentRows rows;
    private final KnowledgeStore store;
    private final Editions editions;
    private final Lexicon lexicon = Lexicon.load();

    /// Which congress a folder is about, also while its file cannot be read.
    private final Map<Path, String> ids = new HashMap<>();

    private List<String> seen = List.of();
    private volatile Map<String, List<Trouble>> troubles = Map.of();
    private volatile List<String> problems = List.of();
    private volatile List<Congress> congresses = List.of();

    /// @param folder `CONGRESS_DIR`
    /// @param renewed learns of the congresses when one of them has changed
    public Library(Jdbi jdbi, Path folder, URI publicUrl, Tongues tongues, Consumer<List<Congress>> renewed) {
        this.folder = folder;
        this.publicUrl = publicUrl;
        this.renewed = renewed;
        this.jdbi = jdbi;
        this.facts = new FactWriter(publicUrl, tongues.of(Language.PORTUGUESE), this::congress);
        this.rows = new DocumentRows(lexicon);
        this.store = new KnowledgeStore(jdbi, rows);
        this.editions = new Editions(jdbi);
    }

    public Knowledge knowledge() {
        return new Knowledge(jdbi, lexicon);
    }

    /// Where organisers edit the documents.
    public Shelf shelf(AuditLog audit) {
        return new Shelf(jdbi, rows, facts, audit);
    }

    /// Where they try out a draft.
    public Stage stage() {
        return new Stage(jdbi, lexicon, rows, facts);
    }

    /// All congresses as they count now.
    public List<Congress> congresses() {
        return congresses;
    }

    /// A congress as it counts now.
    public Optional<Congress> congress(String id) {
        return congresses.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// What is wrong with the files of one congress, for whoever edits it.
    public List<Trouble> troubles(String congress) {
        return troubles.getOrDefault(congress, List.of());
    }

    /// What is wrong with the files, for whoever wrote them.
    public List<String> problems() {
        return problems;
    }

    /// Takes over what has changed since the last look, in the folder or by an edit anywhere.
    ///
    /// @return false: there is nothing more to do at once
    public boolean look() throws IOException {
        List<String> now = marks();
        if (!now.equals(seen)) {
            takeOver();
            seen = now;
        }
        return false;
    }

    private void takeOver() throws IOException {
        Congresses.Look look = Congresses.look(folder, publicUrl);
        Map<String, List<Trouble>> found = takeFacts(look);
        List<Congress> effective = new ArrayList<>();
        List<String> told = new ArrayList<>(look.problems());
        int changed = 0;
        for (Path one : Congresses.folders(folder)) {
            Optional<Congress> congress = effective(one, look);
            if (congress.isPresent()) {
                KnowledgeFolder.Reading reading = KnowledgeFolder.read(one);
                effective.add(congress.get());
                changed += take(congress.get(), reading);
                reading.problems().forEach(trouble -> told.add(trouble.message()));
                found.computeIfAbsent(congress.get().id(), _ -> new ArrayList<>())
                        .addAll(reading.problems());
            }
        }
        troubles = Map.copyOf(found);
        renew(effective, look);
        report(changed, told);
    }

    /// The texts of the congresses become versions where they changed.
    ///
    /// @return what is wrong with those that cannot be read
    private Map<String, List<Trouble>> takeFacts(Congresses.Look look) {
        for (Congresses.Located located : look.congresses()) {
            String id = located.congress().id();
            ids.put(located.folder(), id);
            store.takeOne(id, FactWriter.source(located.content()));
        }
        Map<String, List<Trouble>> found = new HashMap<>();
        for (Congresses.Broken broken : look.broken()) {
            Optional.ofNullable(ids.get(broken.folder())).ifPresent(id -> found.put(id, troubles(broken)));
        }
        return found;
    }

    private static List<Trouble> troubles(Congresses.Broken broken) {
        return broken.faults().stream()
                .map(fault -> new Trouble(Congresses.FILE, fault))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// The congress of a folder by the text that counts, wherever that was written; by its file where this program
    /// cannot read the text.
    private Optional<Congress> effective(Path one, Congresses.Look look) {
        return Optional.ofNullable(ids.get(one))
                .flatMap(id -> jdbi.withHandle(handle -> editions.newest(handle, id, FactWriter.SOURCE)))
                .flatMap(version -> read(version.content()))
                .or(() -> look.congresses().stream()
                        .filter(located -> located.folder().equals(one))
                        .map(Congresses.Located::congress)
                        .findFirst());
    }

    private Optional<Congress> read(String content) {
        return switch (Congresses.read(content, publicUrl)) {
            case CongressText.Read(Congress congress) -> Optional.of(congress);
            case CongressText.Faulty _ -> Optional.empty();
        };
    }

    private int take(Congress congress, KnowledgeFolder.Reading reading) {
        List<Document> documents = new ArrayList<>(reading.documents());
        documents.add(facts.sheet(congress));
        List<String> kept = new ArrayList<>(reading.faulty());
        kept.add(FactWriter.SOURCE);
        return store.take(congress.id(), documents, kept);
    }

    /// While a folder's congress is unknown, those that are known go on as they are.
    private void renew(List<Congress> effective, Congresses.Look look) {
        boolean whole = !effective.isEmpty()
                && effective.size() == look.congresses().size() + look.broken().size();
        if (whole && !effective.equals(congresses)) {
            congresses = List.copyOf(effective);
            renewed.accept(congresses);
        }
    }

    private void report(int changed, List<String> found) {
        problems = List.copyOf(found);
        found.forEach(problem ->
                LOG.atWarn().addKeyValue("problem", problem).log("not taken over, the last good version stays"));
        if (changed > 0) {
            LOG.atInfo().addKeyValue("documents", changed).log("knowledge taken over");
        }
    }

    /// Name, size and time of every file that counts: what changes with its content. And which texts of congresses
    /// were edited in a panel, of whatever process.
    private List<String> marks() throws IOException {
        List<String> marks = new ArrayList<>(editions.sources());
        for (Path congress : Congresses.folders(folder)) {
            List<Path> files = Stream.concat(
                            Stream.of(congress.resolve(Congresses.FILE)), KnowledgeFolder.files(congress).stream())
                    .toList();
            for (Path file : files) {
                marks.add(mark(file));
            }
        }
        return marks;
    }

    private static String mark(Path file) throws IOException {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (NoSuchFileException _) {
            return file + " gone"; // deleted just now: the next look sees it settled
        }
    }
}
