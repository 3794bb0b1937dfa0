package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.mail.Confirmation;
import congressbot.bot.mail.DataLetter;
import congressbot.bot.mail.Mail;
import congressbot.bot.mail.Reminder;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Answer;
import congressbot.bot.registration.Registered;
import congressbot.bot.text.Language;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/// The mails that follow from a turn, each with the key of its cause: `m:{number}:…`, so that a
/// registration's mails are found by its number.
final class TurnMails {
    private final Participants participants;
    private final Outbox outbox;
    private final InstantSource time;

    TurnMails(Participants participants, Outbox outbox, InstantSource time) {
        this.participants = participants;
        this.outbox = outbox;
        this.time = time;
    }

    /// Confirms a registration for the first time.
    void confirm(Handle handle, Turn turn, Registered registered) {
        String key = key(registered.number(), "confirmation");
        add(handle, turn, Confirmation.of(key, congress(turn), turn.language(), registered));
    }

    /// Confirms what is stored by now once more.
    void confirmAgain(Handle handle, Turn turn, long number) {
        String key = key(number, "confirmation:" + turn.key());
        participants
                .byNumber(handle, turn.congress(), number)
                .map(registered -> Confirmation.of(key, congress(turn), turn.language(), registered))
                .ifPresent(mail -> add(handle, turn, mail));
    }

    /// Sends a person all that is stored about her.
    void sendData(Handle handle, Turn turn, long number) {
        String key = key(number, "data:" + turn.key());
        participants
                .dataOf(handle, turn.congress(), number)
                .map(data -> DataLetter.of(key, congress(turn), turn.language(), data))
                .ifPresent(mail -> add(handle, turn, mail));
    }

    /// Tells whoever registered with this value that somebody asked for it, at most once a day (UTC),
    /// and in the language of the chat in which she registered.
    void remind(Handle handle, Turn turn, Answer typed) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        participants.registeredWith(handle, turn.congress(), typed).ifPresent(registered -> {
            Language language = participants.languageOf(handle, registered.number());
            String key = key(registered.number(), "reminder:" + today);
            add(handle, turn, Reminder.of(key, congress(turn), language, registered));
        });
    }

    private void add(Handle handle, Turn turn, Mail mail) {
        outbox.addMail(handle, turn.congress(), mail, time.instant());
    }

    private static Congress congress(Turn turn) {
        return turn.reception().congress();
    }

    private static String key(long number, String cause) {
        return "m:" + number + ":" + cause;
    }
}
