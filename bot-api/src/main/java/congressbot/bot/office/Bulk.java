package congressbot.bot.office;

import congressbot.bot.account.Witness;
import java.util.ArrayList;
import java.util.List;

/// The same done to many registrations, each in a transaction of its own: what cannot be done to one hinders no other.
public final class Bulk {
    /// Registrations at once. Each takes a few milliseconds, and the browser waits.
    public static final int MOST = 2_000;

    private final Office office;

    public Bulk(Office office) {
        this.office = office;
    }

    /// What can be done to many.
    public enum Act {
        CANCEL,
        RESTORE,
        RESEND
    }

    /// What came of it.
    ///
    /// @param outOfPlace cancelled already, or not, so that nothing was done
    /// @param taken could not be restored: their document or address was registered again
    /// @param notFound gone meanwhile, or never of this congress
    public record Tally(int done, int outOfPlace, List<Long> taken, int notFound) {
        public Tally {
            taken = List.copyOf(taken);
        }
    }

    /// Does the same to each of these.
    ///
    /// @param numbers at most [#MOST]
    /// @param cause the same form sent twice sends no mail twice
    public Tally carryOut(Witness witness, Act act, List<Long> numbers, String cause) {
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " registrations at once");
        }
        int done = 0;
        int outOfPlace = 0;
        int notFound = 0;
        List<Long> taken = new ArrayList<>();
        for (long number : numbers) {
            switch (one(witness, act, number, cause)) {
                case Outcome.Done _ -> done++;
                case Outcome.OutOfPlace _, Outcome.Overtaken _ -> outOfPlace++;
                case Outcome.Taken _ -> taken.add(number);
                case Outcome.NotFound _ -> notFound++;
            }
        }
        return new Tally(done, outOfPlace, taken, notFound);
    }

    private Outcome one(Witness witness, Act act, long number, String cause) {
        return switch (act) {
            case CANCEL -> office.cancel(witness, number);
            case RESTORE -> office.restore(witness, number);
            case RESEND -> office.resend(witness, number, cause);
        };
    }
}
