package congressbot.bot.registration;

import congressbot.bot.congress.Topic;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Understands a text: offered answers and commands first, then what the state waits for, then everything else.
final class Hearing {
    /// Longest text that is read, in characters: no value of ours needs more.
    static final int MAX_READ = 1_000;

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
        return offers.picked(clean, state, words)
                .or(() -> pending(clean, state))
                .or(() -> command(clean))
                // Who does not answer "really cancel?" goes on: read as if we had not asked.
                .orElseGet(() -> switch (Dialogue.goingOn(state)) {
                    case State.Idle _ -> idle(clean);
                    case State.Collecting collecting -> collecting(clean, collecting);
                    case State.Confirming confirming -> confirming(clean, confirming);
                    case State.Completed _ -> completed(clean);
                });
    }

    private Optional<Heard> pending(String text, State state) {
        if (state.pending().isEmpty()) {
            return Optional.empty();
        }
        boolean cancelling = state.pending().get() instanceof Pending.ReallyCancel;
        if (cancelling && words.is(Meaning.CANCEL, text)) {
            return Optional.of(new Heard.Yes());
        }
        return yesOrNo(text);
    }

    private Optional<Heard> command(String text) {
        return heardAs(Meaning.BACK, text, new Heard.Ordered(Heard.Command.BACK))
                .or(() -> heardAs(Meaning.CANCEL, text, new Heard.Ordered(Heard.Command.CANCEL)))
                .or(() -> heardAs(Meaning.RESTART, text, new Heard.Ordered(Heard.Command.RESTART)))
                .or(() -> heardAs(Meaning.HELP, text, new Heard.Ordered(Heard.Command.HELP)));
    }

    private Heard idle(String text) {
        return talk(text)
                .or(() -> yesOrNo(text))
                .or(() -> wish(text))
                .or(() -> question(text))
                .orElseGet(() -> Topic.in(text, words).isEmpty() ? new Heard.Unclear() : new Heard.Question(text));
    }

    private Heard collecting(String text, State.Collecting state) {
        Field asked = state.asked();
        if (asked == Field.PHONE && words.is(Meaning.THIS_PHONE, text)) {
            return new Heard.ThisPhone();
        }
        if (state.answers().has(asked) && words.is(Meaning.KEEP, text)) {
            return new Heard.Keep();
        }
        boolean freeWords = asked == Field.NAME || asked == Field.CITY || asked == Field.PROFILE;
        if (freeWords && surelyAQuestion(text)) {
            return new Heard.Question(text);
        }
        // Almost any two words could be a name; everything else is tried as a value first.
        Optional<Heard> aside = asked == Field.NAME ? notAValue(text) : Optional.empty();
        if (aside.isPresent()) {
            return aside.get();
        }
        Heard value = values.read(text, state);
        return value instanceof Heard.Refused
                ? notAValue(text).or(() -> question(text)).orElse(value)
                : value;
    }

    private Optional<Heard> notAValue(String text) {
        return talk(text).or(() -> yesOrNo(text)).or(() -> wish(text));
    }

    private Heard confirming(String text, State.Confirming state) {
        if (state.pending().isPresent() && words.is(Meaning.KEEP, text)) {
            return new Heard.No();
        }
        return yesOrNo(text)
                .or(() -> talk(text))
                .or(() -> surelyAQuestion(text) ? Optional.of(new Heard.Question(text)) : Optional.empty())
                .or(() -> toChange(text))
                .or(() -> wish(text))
                .or(() -> question(text))
                .orElseGet(Heard.Unclear::new);
    }

    private Optional<Heard> toChange(String text) {
        List<Field> named = Arrays.stream(Field.values())
                .filter(field -> words.contains(wordsFor(field), text))
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

    private Heard completed(String text) {
        return talk(text)
                .or(() -> yesOrNo(text))
                .or(() -> question(text))
                .or(() -> wish(text))
                .orElseGet(() -> Topic.in(text, words).isEmpty() ? new Heard.Unclear() : new Heard.Question(text));
    }

    private Optional<Heard> yesOrNo(String text) {
        return heardAs(Meaning.YES, text, new Heard.Yes()).or(() -> heardAs(Meaning.NO, text, new Heard.No()));
    }

    private Optional<Heard> talk(String text) {
        return heardAs(Meaning.GREETING, text, new Heard.Greeting())
                .or(() -> heardAs(Meaning.THANKS, text, new Heard.SmallTalk(Heard.Talk.THANKS)))
                .or(() -> words.laughs(text) ? Optional.of(new Heard.SmallTalk(Heard.Talk.LAUGHTER)) : Optional.empty())
                .or(() -> words.contains(Meaning.INSULT, text)
                        ? Optional.of(new Heard.SmallTalk(Heard.Talk.INSULT))
                        : Optional.empty());
    }

    private Optional<Heard> wish(String text) {
        Heard wish = new Heard.Wish(values.beside(text, Answers.NONE));
        if (words.is(Meaning.WISH, text)) {
            return Optional.of(wish);
        }
        if (!words.nearlyContains(Meaning.WISH_WORDS, text)) {
            return Optional.empty();
        }
        if (words.begins(Meaning.NO, text)) {
            return Optional.of(new Heard.No());
        }
        boolean asks = question(text).isPresent() || !Topic.in(text, words).isEmpty();
        boolean wants =
                words.begins(Meaning.WISH_HOW, text) && Topic.in(text, words).isEmpty();
        return asks && !wants ? Optional.empty() : Optional.of(wish);
    }

    private Optional<Heard> question(String text) {
        return surelyAQuestion(text) || text.contains("?") ? Optional.of(new Heard.Question(text)) : Optional.empty();
    }

    private boolean surelyAQuestion(String text) {
        return words.begins(Meaning.QUESTION, text)
                || (text.contains("?") && words.contains(Meaning.QUESTION_WITH_MARK, text));
    }

    private Optional<Heard> heardAs(Meaning meaning, String text, Heard heard) {
        return words.is(meaning, text) ? Optional.of(heard) : Optional.empty();
    }
}
