package congressbot.bot.office;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Participants;
import congressbot.bot.participant.Registry;
import congressbot.bot.participant.Sheet;
import congressbot.bot.participant.Signature;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Registration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What organisers do to one registration: each deed is one transaction, with its line in the audit log, the history
/// of the fields and the mail that follows from it.
public final class Office {
    private static final String PARTICIPANT = "participant";

    private final Jdbi jdbi;
    private final Registry registry;
    private final Participants participants;
    private final AuditLog audit;
    private final Function<String, Congress> congresses;
    private final Confirmations confirmations;

    /// @param congresses by their ids, as they are now
    public Office(Stores stores, Function<String, Congress> congresses, InstantSource time) {
        this.jdbi = stores.jdbi();
        this.registry = stores.registry();
        this.participants = stores.participants();
        this.audit = stores.audit();
        this.congresses = congresses;
        this.confirmations = new Confirmations(participants, stores.outbox(), time);
    }

    /// What the office writes into.
    public record Stores(Jdbi jdbi, Registry registry, Participants participants, Outbox outbox, AuditLog audit) {
        public static Stores of(Jdbi jdbi, InstantSource time) {
            return new Stores(
                    jdbi, new Registry(jdbi), new Participants(jdbi), new Outbox(jdbi), new AuditLog(jdbi, time));
        }
    }

    /// Stores what stands in a form. Whoever gets another address gets the confirmation there.
    ///
    /// @param seen when the registration that the organiser saw was last changed
    public Outcome edit(Witness witness, long number, Instant seen, Registration wanted) {
        return carriedOut(witness, number, wanted, handle -> {
            Optional<Sheet> locked = registry.lock(handle, witness.congress(), number);
            if (locked.isEmpty()) {
                return new Outcome.NotFound();
            }
            Sheet before = locked.get();
            if (before.registration().equals(wanted)) {
                return new Outcome.Done(number);
            }
            if (!before.updated().equals(seen)) {
                return new Outcome.Overtaken(before);
            }
            registry.sign(handle, Signature.atPanel(witness));
            if (!registry.revise(handle, number, wanted, sharesEmail(witness))) {
                throw new Collision();
            }
            if (!before.registration().email().equals(wanted.email())) {
                confirmations.send(handle, congress(witness), number, "panel:" + UUID.randomUUID());
            }
            return noted(handle, witness, Deed.EDIT, number);
        });
    }

    /// Cancels; the document and the address are free again.
    public Outcome cancel(Witness witness, long number) {
        return become(witness, number, Status.CANCELLED, Deed.CANCEL);
    }

    /// Takes a cancellation back.
    public Outcome restore(Witness witness, long number) {
        return become(witness, number, Status.CONFIRMED, Deed.RESTORE);
    }

    /// Sends the confirmation once more.
    ///
    /// @param cause a form that is sent twice is one mail
    public Outcome resend(Witness witness, long number, String cause) {
        return jdbi.inTransaction(handle -> {
            if (registry.lock(handle, witness.congress(), number).isEmpty()) {
                return new Outcome.NotFound();
            }
            return confirmations.send(handle, congress(witness), number, "panel:" + cause)
                    ? noted(handle, witness, Deed.RESEND, number)
                    : new Outcome.OutOfPlace();
        });
    }

    /// Registers somebody by hand, and confirms it by mail.
    public Outcome add(Witness witness, Registration registration) {
        long number = participants.nextNumber();
        return carriedOut(witness, number, registration, handle -> {
            registry.sign(handle, Signature.atPanel(witness));
            Participants.Origin origin = new Participants.Origin(
                    witness.congress(), OptionalLong.empty(), Signature.PANEL, sharesEmail(witness));
            if (!participants.register(handle, number, registration, origin)) {
                throw new Collision();
            }
            confirmations.send(handle, congress(witness), number, Signature.PANEL);
            return noted(handle, witness, Deed.ADD, number);
        });
    }

    private Outcome become(Witness witness, long number, Status status, Deed deed) {
        Optional<Sheet> known = registry.find(witness.congress(), number);
        if (known.isEmpty()) {
            return new Outcome.NotFound();
        }
        return carriedOut(witness, number, known.get().registration(), handle -> {
            Optional<Sheet> locked = registry.lock(handle, witness.congress(), number);
            if (locked.isEmpty()) {
                return new Outcome.NotFound();
            }
            if (locked.get().status() == status) {
                return new Outcome.OutOfPlace();
            }
            registry.sign(handle, Signature.atPanel(witness));
            if (!registry.become(handle, number, status)) {
                throw new Collision();
            }
            return noted(handle, witness, deed, number);
        });
    }

    /// In a transaction; if another registration has the document or the address, none of it is stored.
    private Outcome carriedOut(Witness witness, long number, Registration wanted, Act act) {
        try {
            return jdbi.inTransaction(act::on);
        } catch (Collision _) {
            return new Outcome.Taken(taken(witness, number, wanted));
        }
    }

    @FunctionalInterface
    private interface Act {
        Outcome on(Handle handle);
    }

    /// Another registration was in the way; the transaction is rolled back.
    private static final class Collision extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Set<Field> taken(Witness witness, long number, Registration wanted) {
        OptionalLong own = OptionalLong.of(number);
        Set<Field> taken = EnumSet.noneOf(Field.class);
        if (participants.isTaken(witness.congress(), wanted.document(), own)) {
            taken.add(Field.CPF);
        }
        if (participants.isTaken(witness.congress(), wanted.email(), own)) {
            taken.add(Field.EMAIL);
        }
        return taken;
    }

    private Outcome noted(Handle handle, Witness witness, Deed deed, long number) {
        audit.note(handle, witness, deed, new Subject(PARTICIPANT, number));
        return new Outcome.Done(number);
    }

    private Congress congress(Witness witness) {
        return congresses.apply(witness.congress());
    }

    private boolean sharesEmail(Witness witness) {
        return congress(witness).enrolment().sharedEmail();
    }
}
