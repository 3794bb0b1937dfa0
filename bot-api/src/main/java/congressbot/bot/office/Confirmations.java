package congressbot.bot.office;

import congressbot.bot.congress.Congress;
import congressbot.bot.mail.Confirmation;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// The confirmation by mail, sent once more.
final class Confirmations {
    private final Participants participants;
    private final Outbox outbox;
    private final InstantSource time;

    Confirmations(Participants participants, Outbox outbox, InstantSource time) {
        this.participants = participants;
        this.outbox = outbox;
        this.time = time;
    }

    /// Confirms what is stored by now.
    ///
    /// @param cause the same cause twice is one mail
    /// @return false when there is no confirmed registration with this number
    boolean send(Handle handle, Congress congress, long number, String cause) {
        return participants
                .byNumber(handle, congress.id(), number)
                .map(registered -> Confirmation.of(
                        "m:" + number + ":confirmation:" + cause,
                        congress,
                        participants.languageOf(handle, number),
                        registered))
                .map(mail -> {
                    outbox.addMail(handle, congress.id(), mail, time.instant());
                    return true;
                })
                .orElse(false);
    }
}
