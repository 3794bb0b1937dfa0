package congressbot.bot.knowledge;

import congressbot.bot.congress.Congress;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// Where a draft is tried out before it is published: the knowledge with the draft in place of its document, for as
/// long
/// as somebody looks at it. It is stored, searched and rolled back in one transaction, and nobody waits for that.
public final class Stage {
    /// Longest try-out, in seconds: within it, a model may be asked, which has a deadline of its own.
    private static final int LONGEST = 60;

    private final Jdbi jdbi;
    private final Lexicon lexicon;
    private final DocumentRows rows;
    private final FactWriter facts;

    Stage(Jdbi jdbi, Lexicon lexicon, DocumentRows rows, FactWriter facts) {
        this.jdbi = jdbi;
        this.lexicon = lexicon;
        this.rows = rows;
        this.facts = facts;
    }

    /// What is done with the knowledge.
    @FunctionalInterface
    public interface Scene<T> {
        /// Does it.
        ///
        /// @param congress as the draft would have it
        T play(Knowledge knowledge, Congress congress);
    }

    /// A draft that was read.
    private record Staged(Congress congress, Optional<KnowledgeSearch.Instead> instead) {}

    /// Tries a draft.
    ///
    /// @param draft empty to try what is published
    /// @return empty when the draft cannot be read; then it could not be published either
    public <T> Optional<T> with(Congress congress, Optional<Draft> draft, Scene<T> scene) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            try {
                waitFor(handle);
                Optional<Staged> staged = draft.isEmpty()
                        ? Optional.of(new Staged(congress, Optional.empty()))
                        : staged(handle, congress, draft.get());
                return staged.map(one -> scene.play(knowledge(handle, one), one.congress()));
            } finally {
                handle.rollback();
            }
        }
    }

    private static void waitFor(Handle handle) {
        handle.createQuery("SELECT set_config('idle_in_transaction_session_timeout', :time, true)")
                .bind("time", LONGEST + "s")
                .mapTo(String.class)
                .one();
    }

    /// Stores the draft as a version that counts for nobody else.
    private Optional<Staged> staged(Handle handle, Congress congress, Draft draft) {
        if (draft.name().equals(FactWriter.SOURCE)) {
            return facts.read(congress.id(), draft.content()) instanceof FactWriter.Outcome.Written written
                    ? Optional.of(staged(handle, written.congress(), written.sheet()))
                    : Optional.empty();
        }
        return KnowledgeFile.read(draft.name(), draft.content()) instanceof KnowledgeFile.Outcome.Read(var document)
                ? Optional.of(staged(handle, congress, document))
                : Optional.empty();
    }

    private Staged staged(Handle handle, Congress congress, Document document) {
        DocumentRows.Signature unsigned = new DocumentRows.Signature(Origin.PANEL, Optional.empty());
        long id = rows.add(handle, congress.id(), document, unsigned, false);
        return new Staged(congress, Optional.of(new KnowledgeSearch.Instead(document.name(), id)));
    }

    private Knowledge knowledge(Handle handle, Staged staged) {
        Jdbi within = Jdbi.create(new OneConnection(handle.getConnection())).installPlugin(new PostgresPlugin());
        return new Knowledge(new KnowledgeSearch(within, staged.instead()), lexicon);
    }
}
