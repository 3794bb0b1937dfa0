package congressbot.bot.llm.redaction;

import congressbot.bot.text.Spelling;
import java.text.Normalizer;

/// Takes what is personal out of the texts of one chat.
public final class Redaction {
    private final Addresses addresses;
    private final Numbers numbers;
    private final PersonNames names;

    Redaction(Vocabulary vocabulary, PersonalValues own, Published published) {
        addresses = new Addresses(vocabulary, published);
        numbers = new Numbers(vocabulary, own, published);
        names = new PersonNames(vocabulary, own, published);
    }

    /// The text with a [Token] in place of all that is personal, and without what only hides it: invisible characters,
    /// letters and digits that merely look different.
    public String redacted(String text) {
        String plain = Spelling.plain(Normalizer.normalize(Spelling.cleanedLines(text), Normalizer.Form.NFKC));
        return names.redacted(numbers.redacted(addresses.redacted(plain)));
    }
}
