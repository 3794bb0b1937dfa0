package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.List;

/// Reads what stands in one field of a form as the chat does where it asked for that field: the same rules hold for
/// whoever types.
public final class FieldReader {
    /// Longest text that is read, in characters: about a page, as in the chat. Reading takes time that grows faster
    /// than
    /// the text.
    static final int MAX_READ = 1_000;

    private final Documents documents;
    private final Recognisers recognisers;

    /// @param profiles the labels to choose from
    /// @param words of the language in which the form is filled in
    public FieldReader(List<String> profiles, Places places, Words words) {
        this.documents = new Documents(words);
        this.recognisers = new Recognisers(List.of(
                new Names(words),
                new Emails(words),
                documents,
                new Phones(),
                new Cities(places, words),
                new Profiles(profiles, words),
                new Badges(words)));
    }

    /// What a text says in this field. A document with a letter in it is a passport, though nobody says so.
    public Parsed<? extends Answer> read(Field field, String typed) {
        if (typed.length() > MAX_READ) {
            return new Parsed.Invalid<>(Reason.TOO_LONG);
        }
        String text = Spelling.plain(Spelling.cleaned(typed));
        return field == Field.CPF && text.chars().anyMatch(Character::isLetter)
                ? documents.passport(text)
                : recognisers.of(field).read(text);
    }
}
