package congressbot.bot.office;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.office.ImportStore.Counts;
import congressbot.bot.office.ImportStore.Import;
import congressbot.bot.office.ImportStore.State;
import congressbot.bot.participant.Registry;
import congressbot.bot.participant.Signature;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Places;
import congressbot.bot.sheet.Broken;
import congressbot.bot.sheet.SheetFile;
import congressbot.bot.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Files of registrations: first a file is only read and compared, then perhaps carried out, then perhaps taken back.
public final class Importer {
    private static final String SUBJECT = "import";

    /// Of a file's name, in characters.
    private static final int LONGEST_NAME = 120;

    private final Jdbi jdbi;
    private final ImportStore imports;
    private final Registry registry;
    private final AuditLog audit;
    private final Rules rules;
    private final InstantSource time;

    public Importer(Jdbi jdbi, AuditLog audit, Rules rules, InstantSource time) {
        this.jdbi = jdbi;
        this.imports = new ImportStore(jdbi);
        this.registry = new Registry(jdbi);
        this.audit = audit;
        this.rules = rules;
        this.time = time;
    }

    /// By what rows are judged.
    ///
    /// @param congresses by their ids, as they are now
    /// @param readers of a congress's fields
    public record Rules(
            Function<String, Congress> congresses, Function<Congress, FieldReader> readers, OfficeWords words) {
        /// Those of the chat.
        ///
        /// @param language in which forms and files are filled in
        public static Rules of(
                Function<String, Congress> congresses, Places places, Words language, OfficeWords words) {
            return new Rules(congresses, congress -> new FieldReader(congress.profiles(), places, language), words);
        }
    }

    /// What became of a file that was given to be read.
    public sealed interface Reading {
        record Read(long id) implements Reading {}

        /// None of it was kept.
        record Refused(Broken.Why why, int line) implements Reading {}

        /// Its first row does not say which column is the name and which the document or number. None of it was kept.
        record NoHead() implements Reading {}
    }

    /// What became of a file that was to be carried out or taken back.
    public enum Acted {
        DONE,
        NOT_FOUND,
        /// It was before, or was not yet carried out.
        OUT_OF_PLACE,
        /// Somebody does it at this moment.
        RUNNING
    }

    public ImportStore store() {
        return imports;
    }

    /// Reads a file and compares it; no registration changes.
    ///
    /// @param name as the browser told it
    public Reading read(Witness witness, Path file, String name) throws IOException {
        Congress congress = rules.congresses.apply(witness.congress());
        long id = imports.begin(witness, shortened(name), time.instant());
        Notice notice = new Notice(congress.privacyVersion(), time.instant());
        RowJudge judge = new RowJudge(
                new RowFields(rules.readers.apply(congress), rules.words),
                new Rendering(rules.words),
                rules.words,
                notice,
                congress.enrolment().sharedEmail());
        Comparison comparison = new Comparison(
                judge, rules.words, registry, lines -> imports.add(witness.congress(), id, lines), witness);
        boolean whole = false;
        try {
            SheetFile.read(file, comparison::row);
            Optional<Counts> counts = comparison.finish();
            counts.ifPresent(counted -> imports.finish(id, counted));
            whole = counts.isPresent();
            return whole ? new Reading.Read(id) : new Reading.NoHead();
        } catch (Broken e) {
            return new Reading.Refused(e.why(), e.line());
        } finally {
            if (!whole) {
                imports.drop(witness.congress(), id);
            }
        }
    }

    /// Carries out what a file says. What is stored stays stored: whoever does it again goes on where it broke off.
    public Acted carryOut(Witness witness, long id) {
        return act(witness, id, Act.CARRY_OUT);
    }

    /// Takes it back: what was added goes, what was changed becomes what it was, unless others changed it since.
    /// Whoever
    /// does it again goes on where it broke off.
    public Acted takeBack(Witness witness, long id) {
        return act(witness, id, Act.TAKE_BACK);
    }

    /// Forgets a file that was only read.
    public Acted discard(Witness witness, long id) {
        return jdbi.inTransaction(handle -> {
            Optional<Import> locked = imports.lock(handle, witness.congress(), id);
            if (locked.isEmpty()) {
                return Acted.NOT_FOUND;
            }
            if (locked.get().state() != State.READ) {
                return Acted.OUT_OF_PLACE;
            }
            imports.drop(handle, witness.congress(), id);
            audit.note(handle, witness, Deed.DISCARD_IMPORT, new Subject(SUBJECT, id));
            return Acted.DONE;
        });
    }

    /// What is done to a file, and how far it comes by that.
    private enum Act {
        CARRY_OUT(State.READ, State.APPLYING, Deed.IMPORT),
        TAKE_BACK(State.APPLIED, State.UNDOING, Deed.UNDO_IMPORT);

        private final State before;
        private final State meanwhile;
        private final Deed deed;

        Act(State before, State meanwhile, Deed deed) {
            this.before = before;
            this.meanwhile = meanwhile;
            this.deed = deed;
        }
    }

    private Acted act(Witness witness, long id, Act act) {
        return jdbi.withHandle(handle -> {
            if (imports.find(witness.congress(), id).isEmpty()) {
                return Acted.NOT_FOUND;
            }
            if (!imports.hold(handle, id)) {
                return Acted.RUNNING;
            }
            try {
                return held(handle, witness, id, act);
            } finally {
                imports.release(handle, id);
            }
        });
    }

    private Acted held(Handle handle, Witness witness, long id, Act act) {
        Acted begun = handle.inTransaction(within -> begin(within, witness, id, act));
        if (begun == Acted.DONE) {
            Congress congress = rules.congresses.apply(witness.congress());
            ImportActs acts =
                    new ImportActs(handle, id, within -> registry.sign(within, Signature.ofImport(witness, id)));
            switch (act) {
                case CARRY_OUT -> acts.carryOut(congress, time.instant());
                case TAKE_BACK -> acts.takeBack(congress, time.instant());
            }
        }
        return begun;
    }

    private Acted begin(Handle handle, Witness witness, long id, Act act) {
        Optional<Import> locked = imports.lock(handle, witness.congress(), id);
        if (locked.isEmpty()) {
            return Acted.NOT_FOUND;
        }
        State state = locked.get().state();
        if (state != act.before && state != act.meanwhile) {
            return Acted.OUT_OF_PLACE;
        }
        imports.mark(handle, id, act.meanwhile);
        audit.note(handle, witness, act.deed, new Subject(SUBJECT, id));
        return Acted.DONE;
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        String bare = plain.isEmpty() ? SUBJECT : plain;
        return bare.codePointCount(0, bare.length()) <= LONGEST_NAME
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST_NAME));
    }
}
