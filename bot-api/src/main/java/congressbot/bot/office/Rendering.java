package congressbot.bot.office;

import congressbot.bot.participant.Participant;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Passport;
import congressbot.bot.sheet.Cell;

/// How a registration stands in the columns of a file. What a file says is compared with it when it comes back.
///
/// Phones stand there without their `+`, country code first (`55 62 99876-5432`): with it a spreadsheet would begin to
/// calculate, and with an apostrophe in front no program would dial them.
public final class Rendering {
    /// In files with stars: every encoding has them.
    private static final String COVER = "*";

    private static final int LEGIBLE = 3;

    private final OfficeWords words;

    public Rendering(OfficeWords words) {
        this.words = words;
    }

    /// What stands in a cell.
    ///
    /// @param whole whether the document is shown in full
    public Cell cell(Column column, Participant participant, boolean whole) {
        return switch (column) {
            case NUMBER -> new Cell.Whole(participant.number());
            case REGISTERED -> new Cell.Moment(participant.registered());
            case NAME, EMAIL, DOCUMENT, PHONE, CITY, STATE, COUNTRY, PROFILE, STATUS, BADGE, CHANNEL, MAIL ->
                new Cell.Text(text(column, participant, whole));
        };
    }

    String text(Column column, Participant participant, boolean whole) {
        return switch (column) {
            case NUMBER -> Long.toString(participant.number());
            case NAME -> participant.name();
            case EMAIL -> participant.email();
            case DOCUMENT -> document(participant.document(), whole);
            case PHONE -> participant.phone().shown().replace("+", "");
            case CITY -> participant.city();
            case STATE -> participant.state();
            case COUNTRY -> participant.country();
            case PROFILE -> participant.profile();
            case STATUS -> words.status(participant.status());
            case REGISTERED -> words.moment(participant.registered());
            case BADGE -> participant.badge().orElse("");
            case CHANNEL -> words.channel(participant.channel());
            case MAIL -> words.mail(participant.mail());
        };
    }

    /// `529.982.247-25`, or `***.982.247-**`.
    public static String document(Document document, boolean whole) {
        return switch (document) {
            case Cpf cpf when whole -> cpf.spelled();
            case Cpf(String digits) ->
                COVER.repeat(3) + "." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-" + COVER.repeat(2);
            case Passport(String number) when whole -> number;
            case Passport(String number) ->
                COVER.repeat(number.length() - LEGIBLE) + number.substring(number.length() - LEGIBLE);
        };
    }
}
