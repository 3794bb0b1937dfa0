package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;

/// Understands that something told before is wrong: "I got the e-mail wrong", "actually my name is Ana".
final class Corrections {
    private final Reader reader;
    private final Words words;

    Corrections(Reader reader, Words words) {
        this.reader = reader;
        this.words = words;
    }

    /// The message says that something is wrong.
    boolean announced(Said said) {
        return words.contains(Meaning.CORRECT, said.folded());
    }

    /// A correction that announces itself.
    Optional<Heard> heard(Said said, Answers known) {
        if (!announced(said)) {
            return Optional.empty();
        }
        return changed(said, known, true)
                .or(() -> words.is(Meaning.CORRECT, said.folded())
                        ? Optional.of(new Heard.SomethingWrong())
                        : Optional.empty());
    }

    /// New values, or the name of the field that is wrong.
    ///
    /// @param correcting known values may be replaced by any that stand in the message
    Optional<Heard> changed(Said said, Answers known, boolean correcting) {
        List<Field> named = reader.named(said);
        if (named.equals(List.of(Field.PHONE)) && !hasDigits(said) && namesThisPhone(said)) {
            return Optional.of(new Heard.ThisPhone());
        }
        Optional<Field> about = named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        Told fresh =
                reader.read(said, new Reader.Asking(about, known, correcting)).without(known);
        if (!fresh.isNothing()) {
            return Optional.of(new Heard.Given(fresh));
        }
        return switch (named.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Heard.ToChange(named.getFirst()));
            default -> Optional.of(new Heard.SomethingWrong());
        };
    }

    private boolean namesThisPhone(Said said) {
        return words.mentions(Meaning.THIS_PHONE, said.folded());
    }

    private static boolean hasDigits(Said said) {
        return said.text().chars().anyMatch(Character::isDigit);
    }
}
