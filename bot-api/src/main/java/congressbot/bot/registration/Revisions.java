package congressbot.bot.registration;

import congressbot.bot.text.Words;
import java.util.Optional;

/// Understands that an answer was changed afterwards, whatever is asked by now: its new value
/// replaces the old one. It begins no registration, and it touches none but the one that it was part of.
final class Revisions {
    private final Reader reader;
    private final SpokenDigits digits;

    Revisions(Reader reader, Words words) {
        this.reader = reader;
        this.digits = new SpokenDigits(words);
    }

    Heard heard(Revision revision, State state) {
        return switch (state) {
            case State.Idle _ -> new Heard.Silence(); // what it was part of was given up
            case State.Collecting form ->
                belongs(revision, form.answers(), form.followup())
                        ? changed(revision, form.answers())
                        : new Heard.EditedElsewhere();
            case State.Confirming form ->
                belongs(revision, form.registration().answers(), form.followup())
                        ? changed(revision, form.registration().answers())
                        : new Heard.EditedElsewhere();
            case State.Completed _ -> changed(revision, Answers.NONE);
        };
    }

    /// Of several registrations of a chat only what was told of the one under way belongs to it.
    private boolean belongs(Revision revision, Answers known, Optional<Followup> followup) {
        if (followup.isEmpty()) {
            return true;
        }
        Answers stored = followup.get() instanceof Followup.Change(long _, Optional<Registration> before)
                ? before.map(Registration::answers).orElse(Answers.NONE)
                : Answers.NONE;
        Answers told = read(revision.before(), revision, Answers.NONE).answers();
        return revision.answered().stream()
                .filter(told::has)
                .anyMatch(field ->
                        told.of(field).equals(known.of(field)) || told.of(field).equals(stored.of(field)));
    }

    private Heard changed(Revision revision, Answers known) {
        Told now = read(revision.after(), revision, known);
        Told fresh = now.without(known)
                .without(read(revision.before(), revision, Answers.NONE).answers());
        if (!fresh.answers().none()
                || fresh.doubt().filter(doubt -> isMeant(revision, doubt)).isPresent()) {
            return new Heard.Given(fresh);
        }
        return revision.answered().stream()
                .sorted()
                .filter(field -> !now.answers().has(field))
                .findFirst()
                .<Heard>map(Heard.ToChange::new)
                .orElseGet(Heard.Silence::new); // the same value in other words
    }

    private static boolean isMeant(Revision revision, Told.Doubt doubt) {
        return revision.answered().contains(doubt.field());
    }

    /// Its values, as far as the message was about them or nobody told them yet.
    private Told read(String text, Revision revision, Answers known) {
        Optional<Field> about =
                revision.answered().size() == 1 ? revision.answered().stream().findFirst() : Optional.empty();
        Told told = reader.read(Said.of(text, false, digits), new Reader.Asking(about, known, true));
        Answers meant = told.answers();
        for (Field field : told.answers().byField().keySet()) {
            meant = revision.answered().contains(field) || !known.has(field) ? meant : meant.without(field);
        }
        return new Told(meant, told.doubt(), Optional.empty());
    }
}
