package congressbot.bot.panel.people;

import congressbot.bot.office.OfficeWords;
import congressbot.bot.office.Rendering;
import congressbot.bot.participant.Change;
import congressbot.bot.participant.MailState;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Sheet;
import congressbot.bot.participant.Talk;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Covering;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Passport;
import java.util.List;
import java.util.Optional;

/// What the page of one registration shows.
///
/// @param changes newest first
/// @param said in the chat, oldest first
/// @param likely other chats that may be with this person
/// @param whole whether documents are shown in full
/// @param trouble what did not work; empty for nothing
/// @param cause of a mail that is sent from this page
public record Person(
        Sheet sheet,
        List<Change> changes,
        List<Talk.Said> said,
        List<Long> likely,
        boolean whole,
        String trouble,
        String cause,
        OfficeWords words) {
    /// The number of a city in the list of IBGE: nobody reads anything in it.
    private static final String CODE = "city_code";

    public Person {
        changes = List.copyOf(changes);
        said = List.copyOf(said);
        likely = List.copyOf(likely);
    }

    public long number() {
        return sheet.number();
    }

    public String name() {
        return sheet.registration().name().value();
    }

    public String document() {
        return whole
                ? Rendering.document(sheet.registration().document(), true)
                : sheet.registration().document().shown();
    }

    public boolean hasCpf() {
        return sheet.registration().document() instanceof Cpf;
    }

    public Optional<String> badge() {
        return sheet.registration().badge().map(BadgeName::value);
    }

    public boolean cancelled() {
        return sheet.status() == Status.CANCELLED;
    }

    public String mailMark() {
        return sheet.mail() == MailState.REFUSED
                ? "badge bad"
                : sheet.mail() == MailState.SENT ? "badge good" : "badge";
    }

    public String path() {
        return Listing.PATH + "/" + number();
    }

    /// The changes that say something to a reader.
    public List<Change> history() {
        return changes.stream().filter(change -> !change.field().equals(CODE)).toList();
    }

    public String shown(Change change, Optional<String> value) {
        return value.map(text -> switch (change.field()) {
                    case "cpf" -> whole ? new Cpf(text).spelled() : new Cpf(text).shown();
                    case "passport" -> whole ? text : new Passport(text).shown();
                    case "status" -> words.said("status." + text);
                    default -> text;
                })
                .orElse("");
    }

    public String text(Talk.Said message) {
        if (whole) {
            return message.text();
        }
        Covering covering = sheet.registration().document() instanceof Passport passport
                ? Covering.with(List.of(passport.number()))
                : Covering.CPFS;
        return covering.in(message.text());
    }

    @Override
    public String toString() {
        return "Person[" + number() + "]";
    }
}
