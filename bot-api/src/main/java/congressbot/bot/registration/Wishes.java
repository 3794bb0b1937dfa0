package congressbot.bot.registration;

import congressbot.bot.congress.Topic;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Understands who wants to register, or to register somebody else.
final class Wishes {
    /// Values that make an unasked message a wish.
    private static final int ENOUGH = 2;

    /// Topics that people name together with registering when they ask, not when they wish.
    private static final Set<Topic> ABOUT_REGISTERING =
            EnumSet.of(Topic.DEADLINE, Topic.FEE, Topic.PRIVACY, Topic.PROFILES);

    /// The lists whose words say nothing beyond a wish.
    private static final List<Meaning> WORDS_OF_WISHES = List.of(
            Meaning.WISH,
            Meaning.WISH_WORDS,
            Meaning.WISH_HOW,
            Meaning.QUESTION,
            Meaning.GREETING,
            Meaning.FILLER,
            Meaning.TOPIC_COMMON,
            Meaning.TOPIC_ABOUT);

    private final Reader reader;
    private final Words words;
    private final Set<String> ofWishes;

    Wishes(Reader reader, Words words) {
        this.reader = reader;
        this.words = words;
        this.ofWishes = WORDS_OF_WISHES.stream()
                .flatMap(list -> words.of(list).stream())
                .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Heard> heard(Said said) {
        return forAnother(said).or(() -> wish(said));
    }

    private Optional<Heard> forAnother(Said said) {
        boolean somebody = words.contains(Meaning.SOMEBODY_ELSE, said.folded())
                || (words.contains(Meaning.SOMEBODY, said.folded())
                        && words.nearlyContains(Meaning.WISH_WORDS, said.folded()));
        return somebody && !words.begins(Meaning.NO, said.folded())
                ? Optional.of(new Heard.WishForAnother(beside(said)))
                : Optional.empty();
    }

    private Optional<Heard> wish(Said said) {
        if (words.is(Meaning.WISH, said.folded())) {
            return Optional.of(new Heard.Wish(Told.NOTHING));
        }
        if (!reader.asksSomething(said.text()) && endsWithWish(said)) {
            return Optional.of(new Heard.Wish(beside(said)));
        }
        if (!words.nearlyContains(Meaning.WISH_WORDS, said.folded()) && !words.mentions(Meaning.WISH, said.folded())) {
            return Optional.empty();
        }
        if (words.begins(Meaning.NO, said.folded())) {
            return Optional.of(new Heard.No());
        }
        boolean topic = Topic.in(said.folded(), words).stream().anyMatch(ABOUT_REGISTERING::contains);
        boolean wants = words.begins(Meaning.WISH_HOW, said.folded())
                || !reader.asksSomething(said.text())
                || (words.contains(Meaning.WISH_HOW, said.folded()) && !saysMore(said));
        return wants && !topic ? Optional.of(new Heard.Wish(beside(said))) : Optional.empty();
    }

    /// "Oh, it is free? Then register me."
    private boolean endsWithWish(Said said) {
        String end = said.folded();
        return words.of(Meaning.WISH).stream().anyMatch(phrase -> phrase.indexOf(' ') > 0 && end.endsWith(" " + phrase))
                && !words.contains(Meaning.NEGATION, end);
    }

    /// The values that stand beside a wish. Without any, what looks like a question may be one after all.
    private Told beside(Said said) {
        Told told = reader.read(said, new Reader.Asking(Optional.empty(), Answers.NONE, false));
        boolean question = told.answers().none() && asks(said) && !endsWithWish(said);
        return new Told(told.answers(), told.doubt(), question ? Optional.of(said.text()) : Optional.empty());
    }

    /// Like a question, and about more than how to register.
    private boolean asks(Said said) {
        return saysMore(said) && (said.text().contains("?") || words.contains(Meaning.QUESTION, said.folded()));
    }

    private boolean saysMore(Said said) {
        return Arrays.stream(said.folded().split(" ")).anyMatch(word -> !ofWishes.contains(word));
    }

    /// Who sends the whole form unasked wants to register; who was asked whether to, and answers with a name, too.
    Optional<Heard> presented(Said said, State.Idle state) {
        boolean invited = state.pending().orElse(null) instanceof Pending.WantToRegister
                && !said.text().contains("?");
        Optional<Field> asked = invited ? Optional.of(Field.NAME) : Optional.empty();
        Told told = reader.read(said, new Reader.Asking(asked, Answers.NONE, false));
        boolean enough = told.answers().byField().size() >= ENOUGH
                || (invited && told.answers().has(Field.NAME));
        return enough ? Optional.of(new Heard.Wish(told)) : Optional.empty();
    }
}
