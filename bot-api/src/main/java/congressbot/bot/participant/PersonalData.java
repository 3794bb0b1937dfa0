package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Registered;
import java.time.Instant;

/// All that is stored about a person under one number: what the law lets her take with her.
///
/// @param channel by which she registered
/// @param sharedEmail whether others may register with her address
public record PersonalData(
        String congress,
        Registered registered,
        Status status,
        boolean sharedEmail,
        String channel,
        Instant created,
        Instant updated) {
    @Override
    public String toString() {
        return "PersonalData[" + registered.number() + "]";
    }
}
