package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Understands messages that mean one thing as a whole: a yes, a no, a greeting, thanks.
final class Phrases {
    private static final Pattern PART = Pattern.compile("[,.;!\\n]");

    private final Words words;
    private final Insults insults;

    Phrases(Words words) {
        this.words = words;
        this.insults = new Insults(words);
    }

    Optional<Heard> yesOrNo(Said said) {
        // "Sure?" agrees to nothing, and "and on the last one?" refuses nothing.
        return said.text().contains("?")
                ? Optional.empty()
                : as(Meaning.YES, said, new Heard.Yes()).or(() -> as(Meaning.NO, said, new Heard.No()));
    }

    /// A yes among more words, in which nothing is taken back: "I see. Yes, send it".
    boolean agrees(Said said) {
        return !takesBack(said) && parts(said).anyMatch(part -> words.is(Meaning.YES, part));
    }

    /// A yes, and besides nothing but politeness and what is agreed to: "yes, cancel it".
    boolean confirms(Said said, Meaning deed) {
        return agrees(said)
                && parts(said)
                        .allMatch(part -> words.is(Meaning.YES, part) || words.is(deed, part) || words.isTalk(part));
    }

    private boolean takesBack(Said said) {
        return said.text().contains("?")
                || said.text().contains("@")
                || said.text().chars().anyMatch(Character::isDigit)
                || Stream.of(Meaning.NO, Meaning.BUT, Meaning.CORRECT)
                        .anyMatch(meaning -> words.contains(meaning, said.folded()));
    }

    private static Stream<String> parts(Said said) {
        return PART.splitAsStream(said.text()).filter(part -> !part.isBlank());
    }

    /// A no and more words: "no, go on".
    boolean refuses(Said said) {
        return begins(Meaning.NO, said);
    }

    /// What stands before the first comma means this.
    private boolean begins(Meaning meaning, Said said) {
        int comma = said.text().indexOf(',');
        return comma > 0 && words.is(meaning, said.text().substring(0, comma));
    }

    /// What is said for company's sake.
    Optional<Heard> talk(Said said) {
        return as(Meaning.GREETING, said, new Heard.Greeting())
                .or(() -> as(Meaning.THANKS, said, new Heard.SmallTalk(Heard.Talk.THANKS)))
                .or(() -> small(Heard.Talk.LAUGHTER, words.laughs(said.folded())))
                .or(() -> small(Heard.Talk.INSULT, insults.in(said)))
                .or(() -> small(Heard.Talk.ROBOT, words.mentions(Meaning.ROBOT, said.folded())));
    }

    private static Optional<Heard> small(Heard.Talk talk, boolean heard) {
        return heard ? Optional.of(new Heard.SmallTalk(talk)) : Optional.empty();
    }

    private Optional<Heard> as(Meaning meaning, Said said, Heard heard) {
        return words.is(meaning, said.folded()) ? Optional.of(heard) : Optional.empty();
    }
}
