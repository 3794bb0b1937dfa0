package congressbot.bot.knowledge;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.congress.Congresses;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongue;
import congressbot.bot.text.Tongues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders of the congresses, looked at again and again: what changed there is taken over without a restart. What
/// cannot be read is told, and its last good version goes on counting.
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Path folder;
    private final URI publicUrl;
    private final Tongue portuguese;
    private final Consumer<List<Congress>> renewed;
    private final KnowledgeStore store;
    private final Knowledge knowledge;
    private List<String> seen = List.of();
    private volatile List<String> problems = List.of();

    /// @param folder `CONGRESS_DIR`
    /// @param renewed learns of the congresses when one of them has changed
    public Library(Jdbi jdbi, Path folder, URI publicUrl, Tongues tongues, Consumer<List<Congress>> renewed) {
        this.folder = folder;
        this.publicUrl = publicUrl;
        this.portuguese = tongues.of(Language.PORTUGUESE);
        this.renewed = renewed;
        Lexicon lexicon = Lexicon.load();
        store = new KnowledgeStore(jdbi, lexicon);
        knowledge = new Knowledge(jdbi, lexicon);
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    /// What is wrong with the files, for whoever wrote them.
    public List<String> problems() {
        return problems;
    }

    /// Takes over what has changed since the last look.
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
        List<String> found = new ArrayList<>(look.problems());
        int changed = 0;
        for (Congresses.Located located : look.congresses()) {
            KnowledgeFolder.Reading reading = KnowledgeFolder.read(located.folder());
            List<Document> documents = new ArrayList<>(reading.documents());
            documents.add(facts(located.congress()));
            changed += store.take(located.congress().id(), documents, reading.faulty());
            found.addAll(reading.problems());
        }
        if (look.problems().isEmpty()) {
            renewed.accept(
                    look.congresses().stream().map(Congresses.Located::congress).toList());
        }
        report(changed, found);
    }

    private Document facts(Congress congress) {
        return FactSheet.of(new CongressFacts(congress, portuguese.words()), portuguese.texts());
    }

    private void report(int changed, List<String> found) {
        problems = List.copyOf(found);
        found.forEach(problem ->
                LOG.atWarn().addKeyValue("problem", problem).log("not taken over, the last good version stays"));
        if (changed > 0) {
            LOG.atInfo().addKeyValue("documents", changed).log("knowledge taken over");
        }
    }

    /// Name, size and time of every file that counts: what changes with its content.
    private List<String> marks() throws IOException {
        List<String> marks = new ArrayList<>();
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
