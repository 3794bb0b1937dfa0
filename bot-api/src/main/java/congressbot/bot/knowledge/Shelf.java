package congressbot.bot.knowledge;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The documents of the congresses as organisers edit them: the Markdown of the knowledge, and `congress.yaml`. Each
/// edit is a new version; none is ever lost.
public final class Shelf {
    /// Largest text that is taken, in bytes: a form has to carry it.
    public static final int MAX_BYTES = 256 * 1024;

    /// The name of `congress.yaml` among the documents.
    public static final String CONGRESS = FactWriter.SOURCE;

    private static final String DOCUMENT = "document";
    private static final String FACTS = "congress";

    private final Jdbi jdbi;
    private final DocumentRows rows;
    private final KnowledgeStore store;
    private final Editions editions;
    private final FactWriter facts;
    private final AuditLog audit;

    Shelf(Jdbi jdbi, DocumentRows rows, FactWriter facts, AuditLog audit) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.store = new KnowledgeStore(jdbi, rows);
        this.editions = new Editions(jdbi);
        this.facts = facts;
        this.audit = audit;
    }

    /// The last version of every document, `congress.yaml` aside, by name. Deleted ones are among them.
    public List<Edition> documents(String congress) {
        return editions.documents(congress);
    }

    /// Documents whose last edit here gave way to a file that changed later.
    public List<String> overtaken(String congress) {
        return editions.overtaken(congress);
    }

    /// The version that counts; where none does, the last one.
    public Optional<Version> newest(String congress, String name) {
        return jdbi.withHandle(handle -> editions.newest(handle, congress, name));
    }

    /// Empty for a version of another congress, and of another document.
    public Optional<Version> version(String congress, String name, long id) {
        return editions.version(congress, name, id);
    }

    /// All versions of a document, the last one first.
    public List<Edition> versions(String congress, String name) {
        return editions.versions(congress, name);
    }

    /// The draft as it would be read, or what is wrong with it.
    public Proof proof(String congress, Draft draft) {
        return switch (read(congress, draft)) {
            case Read.Bad(List<Fault> faults) -> Proof.faulty(faults);
            case Read.Good(var _, var facts) when facts.isPresent() -> Proof.ofFacts(facts.get());
            case Read.Good(Document document, var _) -> new Proof(List.of(), Preview.of(document.content()), List.of());
        };
    }

    /// Saves a draft as the version that counts from now on.
    public Saved save(Witness witness, Draft draft) {
        Read read = read(witness.congress(), draft);
        return switch (read) {
            case Read.Bad(List<Fault> faults) -> new Saved.Faulty(faults);
            case Read.Good good -> jdbi.inTransaction(handle -> save(handle, witness, draft, good));
        };
    }

    /// The same within a transaction of the caller's, who has the [lock][#lock].
    public Saved save(Handle handle, Witness witness, Draft draft) {
        return switch (read(witness.congress(), draft)) {
            case Read.Bad(List<Fault> faults) -> new Saved.Faulty(faults);
            case Read.Good good -> save(handle, witness, draft, good);
        };
    }

    /// From now to the end of the transaction nobody else writes documents of this congress.
    public void lock(Handle handle, String congress) {
        DocumentRows.lock(handle, congress);
    }

    /// The version that counts, within a transaction.
    public Optional<Version> newest(Handle handle, String congress, String name) {
        return editions.newest(handle, congress, name);
    }

    /// A version that says that the document was deleted; it can be restored like any other.
    public Saved delete(Witness witness, Draft emptied) {
        Document nothing = new Document(emptied.name(), emptied.name(), "", List.of());
        return jdbi.inTransaction(handle -> save(handle, witness, emptied, new Read.Good(nothing, Optional.empty())));
    }

    /// A draft that was read.
    private sealed interface Read {
        /// @param facts the passages of `congress.yaml`
        record Good(Document document, Optional<Document> facts) implements Read {}

        record Bad(List<Fault> faults) implements Read {
            private Bad(Kind kind, Object... values) {
                this(List.of(Fault.at(0, kind, values)));
            }
        }
    }

    private Read read(String congress, Draft draft) {
        if (draft.content().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return new Read.Bad(Kind.TOO_LARGE, MAX_BYTES / 1024);
        }
        if (draft.name().equals(FactWriter.SOURCE)) {
            return switch (facts.read(congress, draft.content())) {
                case FactWriter.Outcome.Written(Document source, Document sheet, var _) ->
                    new Read.Good(source, Optional.of(sheet));
                case FactWriter.Outcome.Faulty(List<Fault> faults) -> new Read.Bad(faults);
            };
        }
        if (!DocumentName.isFit(draft.name()) && draft.basis().isEmpty()) {
            return new Read.Bad(Kind.NO_NAME);
        }
        return switch (KnowledgeFile.read(draft.name(), draft.content())) {
            case KnowledgeFile.Outcome.Read(Document document) -> new Read.Good(document, Optional.empty());
            case KnowledgeFile.Outcome.Faulty(Fault fault) -> new Read.Bad(List.of(fault));
        };
    }

    private Saved save(Handle handle, Witness witness, Draft draft, Read.Good read) {
        String congress = witness.congress();
        DocumentRows.lock(handle, congress);
        Optional<Version> last = editions.newest(handle, congress, draft.name());
        if (last.isPresent() && !isOn(draft, last.get())) {
            return new Saved.Outdated(last.get());
        }
        if (last.isPresent() && isSame(last.get(), read.document())) {
            return new Saved.Unchanged(last.get().edition());
        }
        if (last.isEmpty() && editions.count(handle, congress) >= KnowledgeFolder.MAX_FILES) {
            return new Saved.Faulty(List.of(Fault.at(0, Kind.TOO_MANY, KnowledgeFolder.MAX_FILES)));
        }
        DocumentRows.retire(handle, congress, draft.name());
        rows.add(handle, congress, read.document(), DocumentRows.Signature.of(witness.name()), true);
        read.facts().ifPresent(sheet -> store.take(handle, congress, sheet));
        rows.renewWords(handle, congress);
        note(handle, witness, draft.name());
        return new Saved.Done(
                editions.newest(handle, congress, draft.name()).orElseThrow().edition());
    }

    private void note(Handle handle, Witness witness, String name) {
        if (name.equals(CONGRESS)) {
            audit.note(handle, witness, Deed.EDIT_CONGRESS, new Subject(FACTS, witness.congress()));
        } else {
            audit.note(handle, witness, Deed.EDIT_KNOWLEDGE, new Subject(DOCUMENT, name));
        }
    }

    private static boolean isOn(Draft draft, Version last) {
        return draft.basis().isPresent()
                && draft.basis().getAsLong() == last.edition().id();
    }

    private static boolean isSame(Version last, Document document) {
        return last.edition().counts() && last.content().equals(document.content());
    }
}
