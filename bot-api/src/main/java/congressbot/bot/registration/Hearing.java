package congressbot.bot.registration;

import congressbot.bot.congress.Topic;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Understands a text: offered answers and commands first, then what the state waits for, then everything else.
final class Hearing {
    /// Longest text that is read, in characters: no value of ours needs more.
    static final int MAX_READ = 1_000;

    /// Topics that people name together with registering when they ask, not when they wish.
    private static final Set<Topic> ABOUT_REGISTERING =
            EnumSet.of(Topic.DEADLINE, Topic.FEE, Topic.PRIVACY, Topic.PROFILES);

    private final Offers offers;
    private final Values values;
    private final Words words;

    Hearing(Offers offers, Values values, Words words) {
        this.offers = offers;
        this.values = values;
        this.words = words;
    }

    Heard hear(String text, State state) {
        if (text.length() > MAX_READ) {
            return state instanceof State.Collecting collecting
                    ? new Heard.Refused(collecting.asked(), Reason.TOO_LONG)
                    : new Heard.Unclear();
        }
        String clean = Spelling.cleaned(text);
        Said said = new Said(clean, Spelling.folded(clean));
        return offers.picked(said.folded(), state, words)
                .or(() -> pending(said, state))
                .or(() -> command(said))
                // Who does not answer "really cancel?" goes on: read as if we had not asked.
                .orElseGet(() -> switch (Dialogue.goingOn(state)) {
                    case State.Idle _ -> idle(said);
                    case State.Collecting collecting -> collecting(said, collecting);
                    case State.Confirming confirming -> confirming(said, confirming);
                    case State.Completed _ -> completed(said);
                });
    }

    private Optional<Heard> pending(Said said, State state) {
        if (state.pending().isEmpty()) {
            return Optional.empty();
        }
        boolean cancelling = state.pending().get() instanceof Pending.ReallyCancel;
        if (cancelling && words.is(Meaning.CANCEL, said.folded())) {
            return Optional.of(new Heard.Yes());
        }
        return yesOrNo(said);
    }

    private Optional<Heard> command(Said said) {
        return heardAs(Meaning.BACK, said, new Heard.Ordered(Heard.Command.BACK))
                .or(() -> heardAs(Meaning.CANCEL, said, new Heard.Ordered(Heard.Command.CANCEL)))
                .or(() -> heardAs(Meaning.RESTART, said, new Heard.Ordered(Heard.Command.RESTART)))
                .or(() -> heardAs(Meaning.HELP, said, new Heard.Ordered(Heard.Command.HELP)));
    }

    private Heard idle(Said said) {
        return talk(said)
                .or(() -> yesOrNo(said))
                .or(() -> wish(said))
                .or(() -> question(said))
                .orElseGet(() -> Topic.in(said.folded(), words).isEmpty()
                        ? new Heard.Unclear()
                        : new Heard.Question(said.text()));
    }

    private Heard collecting(Said said, State.Collecting state) {
        Field asked = state.asked();
        if (asked == Field.PHONE && words.is(Meaning.THIS_PHONE, said.folded())) {
            return new Heard.ThisPhone();
        }
        if (state.answers().has(asked) && words.is(Meaning.KEEP, said.folded())) {
            return new Heard.Keep();
        }
        boolean freeWords = asked == Field.NAME || asked == Field.CITY || asked == Field.PROFILE;
        if (freeWords && surelyAQuestion(said)) {
            return new Heard.Question(said.text());
        }
        // Almost any two words could be a name; everything else is tried as a value first.
        Optional<Heard> aside = asked == Field.NAME ? notAValue(said) : Optional.empty();
        if (aside.isPresent()) {
            return aside.get();
        }
        Heard value = values.read(said.text(), state);
        return value instanceof Heard.Refused
                ? notAValue(said).or(() -> question(said)).orElse(value)
                : value;
    }

    private Optional<Heard> notAValue(Said said) {
        return talk(said).or(() -> yesOrNo(said)).or(() -> wish(said));
    }

    private Heard confirming(Said said, State.Confirming state) {
        if (state.pending().isPresent() && words.is(Meaning.KEEP, said.folded())) {
            return new Heard.No();
        }
        return yesOrNo(said)
                .or(() -> talk(said))
                .or(() -> surelyAQuestion(said) ? Optional.of(new Heard.Question(said.text())) : Optional.empty())
                .or(() -> toChange(said))
                .or(() -> wish(said))
                .or(() -> question(said))
                .orElseGet(Heard.Unclear::new);
    }

    private Optional<Heard> toChange(Said said) {
        List<Field> named = Arrays.stream(Field.values())
                .filter(field -> words.contains(wordsFor(field), said.folded()))
                .toList();
        return switch (named.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Heard.ToChange(named.getFirst()));
            default -> Optional.of(new Heard.No());
        };
    }

    private static Meaning wordsFor(Field field) {
        return switch (field) {
            case NAME -> Meaning.FIELD_NAME;
            case EMAIL -> Meaning.FIELD_EMAIL;
            case CPF -> Meaning.FIELD_CPF;
            case PHONE -> Meaning.FIELD_PHONE;
            case CITY -> Meaning.FIELD_CITY;
            case PROFILE -> Meaning.FIELD_PROFILE;
        };
    }

    private Heard completed(Said said) {
        return talk(said)
                .or(() -> yesOrNo(said))
                .or(() -> question(said))
                .or(() -> wish(said))
                .orElseGet(() -> Topic.in(said.folded(), words).isEmpty()
                        ? new Heard.Unclear()
                        : new Heard.Question(said.text()));
    }

    private Optional<Heard> yesOrNo(Said said) {
        return heardAs(Meaning.YES, said, new Heard.Yes()).or(() -> heardAs(Meaning.NO, said, new Heard.No()));
    }

    private Optional<Heard> talk(Said said) {
        return heardAs(Meaning.GREETING, said, new Heard.Greeting())
                .or(() -> heardAs(Meaning.THANKS, said, new Heard.SmallTalk(Heard.Talk.THANKS)))
                .or(() -> words.laughs(said.folded())
                        ? Optional.of(new Heard.SmallTalk(Heard.Talk.LAUGHTER))
                        : Optional.empty())
                .or(() -> words.contains(Meaning.INSULT, said.folded())
                        ? Optional.of(new Heard.SmallTalk(Heard.Talk.INSULT))
                        : Optional.empty());
    }

    private Optional<Heard> wish(Said said) {
        Heard wish = new Heard.Wish(values.beside(said.text(), Answers.NONE));
        if (words.is(Meaning.WISH, said.folded())) {
            return Optional.of(wish);
        }
        if (!words.nearlyContains(Meaning.WISH_WORDS, said.folded())) {
            return Optional.empty();
        }
        if (words.begins(Meaning.NO, said.folded())) {
            return Optional.of(new Heard.No());
        }
        boolean topic = Topic.in(said.folded(), words).stream().anyMatch(ABOUT_REGISTERING::contains);
        boolean wants =
                words.begins(Meaning.WISH_HOW, said.folded()) || question(said).isEmpty();
        return wants && !topic ? Optional.of(wish) : Optional.empty();
    }

    private Optional<Heard> question(Said said) {
        return surelyAQuestion(said) || said.text().contains("?")
                ? Optional.of(new Heard.Question(said.text()))
                : Optional.empty();
    }

    private boolean surelyAQuestion(Said said) {
        return words.begins(Meaning.QUESTION, said.folded())
                || (said.text().contains("?") && words.contains(Meaning.QUESTION_WITH_MARK, said.folded()));
    }

    private Optional<Heard> heardAs(Meaning meaning, Said said, Heard heard) {
        return words.is(meaning, said.folded()) ? Optional.of(heard) : Optional.empty();
    }

    /// A message as it was typed (cleaned), and as its words are compared: folded once for all lists.
    private record Said(String text, String folded) {}
}
