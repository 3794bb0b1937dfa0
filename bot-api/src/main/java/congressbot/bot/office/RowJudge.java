package congressbot.bot.office;

import congressbot.bot.participant.Matches;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Answer;
import congressbot.bot.registration.Answers;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registration;
import congressbot.bot.sheet.Csv;
import congressbot.bot.text.Spelling;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares the rows of one file, one after the other, with what is registered. A column that the file lacks says
/// nothing, and a cell that is as we wrote it says nothing new.
final class RowJudge {
    private static final String CONFLICT_DOCUMENT = "document-taken";
    private static final String CONFLICT_EMAIL = "email-taken";

    private final RowFields fields;
    private final Rendering rendering;
    private final OfficeWords words;
    private final Notice notice;
    private final boolean sharesEmail;
    private final Set<Long> numbers = new HashSet<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<String> emails = new HashSet<>();

    /// @param notice for those who are registered by the file
    RowJudge(RowFields fields, Rendering rendering, OfficeWords words, Notice notice, boolean sharesEmail) {
        this.fields = fields;
        this.rendering = rendering;
        this.words = words;
        this.notice = notice;
        this.sharesEmail = sharesEmail;
    }

    /// The document of a cell, if it is a whole one.
    Optional<Document> document(String cell) {
        return fields.document(Csv.meant(cell).strip());
    }

    /// Judges the next row.
    ///
    /// @param row the cells of the columns that the file has
    Judged judge(Map<Column, String> row, Matches matches) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        row.forEach((column, text) -> cells.put(column, Csv.meant(text).strip()));
        String number = cells.getOrDefault(Column.NUMBER, "");
        if (!number.isEmpty()) {
            return RowFields.number(number)
                    .flatMap(matches::withNumber)
                    .map(sheet -> compared(sheet, cells, matches))
                    .orElseGet(() -> faulty(Optional.empty(), Column.NUMBER, "no-such-number"));
        }
        String document = cells.getOrDefault(Column.DOCUMENT, "");
        Optional<Sheet> known = RowFields.isMasked(document)
                ? byEmail(cells, matches).filter(sheet -> isWritten(Column.DOCUMENT, document, sheet.participant()))
                : fields.document(document).flatMap(matches::with);
        if (known.isPresent()) {
            return compared(known.get(), cells, matches);
        }
        if (RowFields.isMasked(document)) {
            return faulty(Optional.empty(), Column.DOCUMENT, "masked");
        }
        return added(cells, matches);
    }

    private static Optional<Sheet> byEmail(Map<Column, String> cells, Matches matches) {
        return matches.withEmail(RowFields.email(cells));
    }

    private Judged added(Map<Column, String> cells, Matches matches) {
        Map<Column, Fault> faults = new EnumMap<>(Column.class);
        Answers answers = Answers.NONE;
        for (Field field : Field.values()) {
            Optional<Answer> value = fields.value(field, cells, faults);
            answers = value.map(answers::with).orElse(answers);
        }
        Status status = status(cells, Status.CONFIRMED, faults);
        Optional<Registration> complete = answers.complete(notice).filter(_ -> faults.isEmpty());
        if (complete.isEmpty()) {
            return new Judged.Faulty(Optional.empty(), faults);
        }
        Registration registration = complete.get();
        if (!sharesEmail && byEmail(cells, matches).isPresent()) {
            return faulty(byEmail(cells, matches), Column.EMAIL, "other-document");
        }
        return claims(registration, status, faults)
                ? new Judged.Added(registration, status)
                : new Judged.Faulty(Optional.empty(), faults);
    }

    private Judged compared(Sheet before, Map<Column, String> cells, Matches matches) {
        if (!numbers.add(before.number())) {
            return faulty(Optional.of(before), Column.NUMBER, "twice");
        }
        Map<Column, Fault> faults = new EnumMap<>(Column.class);
        Answers answers = before.registration().answers();
        for (Field field : Field.values()) {
            if (!isUntouched(field, cells, before.participant())) {
                Optional<Answer> value = fields.value(field, cells, faults);
                answers = value.map(answers::with).orElse(field == Field.BADGE ? answers.without(field) : answers);
            }
        }
        Status status = status(cells, before.status(), faults);
        Registration registration =
                answers.complete(before.registration().notice()).orElseThrow();
        if (faults.isEmpty() && registration.equals(before.registration()) && status == before.status()) {
            return new Judged.Same();
        }
        if (status == Status.CONFIRMED) {
            othersHold(before, registration, matches, faults);
            claims(registration, status, faults);
        }
        return faults.isEmpty()
                ? new Judged.Changed(before, registration, status)
                : new Judged.Faulty(Optional.of(before), faults);
    }

    private boolean isUntouched(Field field, Map<Column, String> cells, Participant before) {
        return RowFields.columns(field).stream()
                .allMatch(column ->
                        !cells.containsKey(column) || isWritten(column, cells.getOrDefault(column, ""), before));
    }

    /// As we wrote it, whole or masked.
    private boolean isWritten(Column column, String cell, Participant participant) {
        return same(cell, rendering.text(column, participant, true))
                || same(cell.replace('•', '*'), rendering.text(column, participant, false));
    }

    /// Spreadsheets take invisible characters and blanks at both ends away.
    private static boolean same(String cell, String written) {
        return cell.equals(written) || Spelling.cleaned(cell).equals(Spelling.cleaned(Csv.meant(written)));
    }

    private Status status(Map<Column, String> cells, Status otherwise, Map<Column, Fault> faults) {
        String text = cells.getOrDefault(Column.STATUS, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Status> status = words.status(text);
        if (status.isEmpty()) {
            faults.put(Column.STATUS, Fault.of("no-status", words));
        }
        return status.orElse(otherwise);
    }

    private void othersHold(Sheet own, Registration wanted, Matches matches, Map<Column, Fault> faults) {
        if (matches.with(wanted.document())
                .filter(sheet -> sheet.number() != own.number())
                .isPresent()) {
            faults.put(Column.DOCUMENT, Fault.of(CONFLICT_DOCUMENT, words));
        }
        boolean taken = matches.withEmail(wanted.email().value())
                .filter(sheet -> sheet.number() != own.number())
                .isPresent();
        if (!sharesEmail && taken) {
            faults.put(Column.EMAIL, Fault.of(CONFLICT_EMAIL, words));
        }
    }

    /// No other row of the file had the document or the address.
    private boolean claims(Registration registration, Status status, Map<Column, Fault> faults) {
        if (status == Status.CONFIRMED) {
            Document document = registration.document();
            if (!documents.add(Matches.key(document))) {
                faults.put(Column.DOCUMENT, Fault.of("twice", words));
            }
            if (!emails.add(registration.email().value()) && !sharesEmail) {
                faults.put(Column.EMAIL, Fault.of("twice", words));
            }
        }
        return faults.isEmpty();
    }

    private Judged faulty(Optional<Sheet> about, Column column, String key) {
        return new Judged.Faulty(about, Map.of(column, Fault.of(key, words)));
    }
}
