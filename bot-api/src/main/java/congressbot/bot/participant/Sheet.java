package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// All that the organisers know of one registration.
///
/// @param channel by which the person registered
/// @param updated when it was last changed: whoever changes it must have seen this
/// @param conversation in which the person registered
/// @param mailed when the last mail got into its state
public record Sheet(
        long number,
        Registration registration,
        Status status,
        String channel,
        Instant created,
        Instant updated,
        OptionalLong conversation,
        MailState mail,
        Optional<Instant> mailed) {
    /// The same as a row of the list.
    public Participant participant() {
        return new Participant(
                number,
                registration.name().value(),
                registration.email().value(),
                registration.document(),
                registration.phone(),
                city(),
                state(),
                country(),
                registration.profile().label(),
                status,
                created,
                registration.badge().map(BadgeName::value),
                channel,
                mail);
    }

    private String city() {
        return switch (registration.city()) {
            case Municipality(int _, String name, Uf _) -> name;
            case Abroad(String city, String _) -> city;
        };
    }

    private String state() {
        return switch (registration.city()) {
            case Municipality(int _, String _, Uf state) -> state.name();
            case Abroad _ -> Participant.ABROAD;
        };
    }

    private String country() {
        return switch (registration.city()) {
            case Municipality _ -> Participant.BRAZIL;
            case Abroad(String _, String country) -> country;
        };
    }

    @Override
    public String toString() {
        return "Sheet[" + number + "]";
    }
}
