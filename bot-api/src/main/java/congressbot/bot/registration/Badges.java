package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises the name for the badge. Any name will do, so it is taken only where it is asked for or introduced.
final class Badges implements Recogniser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’´`. -]*");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"“”':,;.!*_~-]+|[\\s\"“”':,;!?*_~-]+$");

    private final Words words;

    Badges(Words words) {
        this.words = words;
    }

    @Override
    public Field field() {
        return Field.BADGE;
    }

    @Override
    public List<Finding> find(Said said) {
        return List.of();
    }

    @Override
    public Parsed<BadgeName> read(String piece) {
        String trimmed = AROUND.matcher(Spelling.cleaned(piece)).replaceAll("");
        String bare = words.withoutTail(Meaning.FILLER, words.withoutTail(Meaning.JOINT, trimmed));
        String name =
                AROUND.matcher(words.withoutLeadIn(Meaning.NAME_LEAD_IN, bare)).replaceAll("");
        boolean good = NAME.matcher(name).matches()
                && FullName.length(name) <= BadgeName.MAX_LENGTH
                && !words.contains(Meaning.CODE, name)
                && !words.contains(Meaning.NOT_A_NAME, name);
        return good ? new Parsed.Ok<>(new BadgeName(name)) : new Parsed.Invalid<>(Reason.NOT_A_NAME);
    }

    @Override
    public Optional<BadgeName> exactly(String piece) {
        return Optional.empty();
    }
}
