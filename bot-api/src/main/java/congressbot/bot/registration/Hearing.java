package congressbot.bot.registration;

import congressbot.bot.congress.Topic;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;

/// Understands a text: offered answers and orders first, then what the state waits for, then
/// everything else.
final class Hearing {
    /// Longest text that is read, in characters: no value of ours needs more.
    static final int MAX_READ = 1_000;

    private final Offers offers;
    private final Reader reader;
    private final Pendings pendings;
    private final Words words;
    private final SpokenDigits digits;
    private final Phrases phrases;
    private final Orders orders;
    private final Wishes wishes;
    private final Corrections corrections;

    Hearing(Offers offers, Reader reader, Pendings pendings, Words words) {
        this.offers = offers;
        this.reader = reader;
        this.pendings = pendings;
        this.words = words;
        this.digits = new SpokenDigits(words);
        this.phrases = new Phrases(words);
        this.orders = new Orders(words);
        this.wishes = new Wishes(reader, words);
        this.corrections = new Corrections(reader, words);
    }

    /// @param spoken the text is the transcript of a voice note
    Heard hear(String text, boolean spoken, State state) {
        if (text.length() > MAX_READ) {
            return state instanceof State.Collecting collecting
                    ? new Heard.Given(Told.of(collecting.asked(), new Parsed.Invalid<>(Reason.TOO_LONG)))
                    : new Heard.Unclear("");
        }
        Said said = Said.of(text, spoken, digits);
        if (words.contains(Meaning.CODE, said.folded())) {
            return new Heard.Unclear("");
        }
        return offers.picked(said.folded(), state, words)
                .or(() -> pending(said, state))
                .or(() -> orders.heard(said))
                // Who does not answer "really cancel?" goes on: read as if we had not asked.
                .orElseGet(() -> read(said, Dialogue.goingOn(state)));
    }

    private Heard read(Said said, State state) {
        Heard heard = switch (state) {
            case State.Idle open -> idle(said, open);
            case State.Collecting collecting -> collecting(said, collecting);
            case State.Confirming confirming -> confirming(said, confirming);
            case State.Completed completed -> completed(said, completed);
        };
        return said.spoken() ? byVoice(heard, state) : heard;
    }

    /// What is read back is added to what was read back before and is not confirmed yet.
    private static Heard byVoice(Heard heard, State state) {
        Answers before =
                state.pending().orElse(null) instanceof Pending.HeardByVoice earlier ? earlier.answers() : Answers.NONE;
        return switch (heard) {
            case Heard.Given(Told told) -> new Heard.Given(told.heardByVoice(before));
            case Heard.Wish(Told told) -> new Heard.Wish(told.heardByVoice(before));
            case Heard.WishForAnother(Told told) -> new Heard.WishForAnother(told.heardByVoice(before));
            case Heard.Meant _, Heard.Aside _ -> heard;
        };
    }

    /// A value that was proposed by somebody else, to be read back; empty when it is none.
    Optional<Told> proposed(Field field, String text) {
        return switch (reader.value(field, text)) {
            case Parsed.Ok<? extends Answer> ok ->
                Optional.of(Told.of(field, new Parsed.Suggest<>(ok.value(), Optional.empty())));
            case Parsed.Suggest<? extends Answer> suggestion -> Optional.of(Told.of(field, suggestion));
            case Parsed.Choose<? extends Answer> choice -> Optional.of(Told.of(field, choice));
            case Parsed.Invalid<? extends Answer> _,
                    Parsed.Part<? extends Answer> _,
                    Parsed.OfTheChat<? extends Answer> _,
                    Parsed.ReadBack<? extends Answer> _ -> Optional.empty();
        };
    }

    private Optional<Heard> pending(Said said, State state) {
        if (state.pending().isEmpty()) {
            return Optional.empty();
        }
        Pending pending = state.pending().get();
        if (repeats(pending, said) || agrees(pending, said)) {
            return Optional.of(new Heard.Yes());
        }
        return pending instanceof Pending.Between && phrases.refuses(said)
                ? Optional.of(new Heard.No())
                : phrases.yesOrNo(said);
    }

    /// "Really cancel?" – "Cancel!"
    private boolean repeats(Pending pending, Said said) {
        if (said.text().contains("?")) {
            return false;
        }
        return (pending instanceof Pending.ReallyCancel && words.is(Meaning.CANCEL, said.folded()))
                || (pending instanceof Pending.ReallyErase && words.is(Meaning.ERASE, said.folded()))
                || (pending instanceof Pending.ContinueOrRestart && words.is(Meaning.CONTINUE, said.folded()));
    }

    /// Where something would be lost, nothing but a yes will do.
    private boolean agrees(Pending pending, Said said) {
        return switch (pending) {
            case Pending.ReallyErase _ -> phrases.confirms(said, Meaning.ERASE);
            case Pending.ReallyCancel _ -> phrases.confirms(said, Meaning.CANCEL);
            case Pending _ -> wantsYesOrNo(pending) && phrases.agrees(said);
        };
    }

    private static boolean wantsYesOrNo(Pending pending) {
        return switch (pending) {
            case Pending.WantToRegister _,
                    Pending.DidYouMean _,
                    Pending.HeardByVoice _,
                    Pending.MailToRegistered _,
                    Pending.Between _ -> true;
            case Pending.ChooseOne _,
                    Pending.RestOf _,
                    Pending.PassportInstead _,
                    Pending.WhatToChange _,
                    Pending.WhichRegistration _,
                    Pending.WhichLanguage _ -> false;
        };
    }

    private Heard idle(Said said, State.Idle state) {
        return phrases.talk(said)
                .or(() -> phrases.yesOrNo(said))
                .or(() -> wishes.heard(said))
                .or(() -> wishes.presented(said, state))
                .or(() -> question(said))
                .orElseGet(() -> topic(said));
    }

    private Heard collecting(Said said, State.Collecting state) {
        Field asked = state.asked();
        // Almost any two words could be a name; everything else is tried as a value before it is a yes or a wish.
        return pendings.read(said, state)
                .or(() -> special(said, state))
                .or(() -> phrases.talk(said).filter(talk -> !(insults(talk) && answers(said, state))))
                .or(() -> asked == Field.NAME ? noValue(said) : Optional.empty())
                .orElseGet(() -> value(said, state));
    }

    private static boolean insults(Heard heard) {
        return heard instanceof Heard.SmallTalk(Heard.Talk talk) && talk == Heard.Talk.INSULT;
    }

    /// A word that insults elsewhere may be part of what we asked for. Not of a name: almost any two
    /// words could be one.
    private boolean answers(Said said, State.Collecting state) {
        Field asked = state.asked();
        return asked != Field.NAME
                && asked != Field.BADGE
                && reader.read(said, new Reader.Asking(Optional.of(asked), state.answers(), false))
                        .answers()
                        .has(asked);
    }

    private Optional<Heard> special(Said said, State.Collecting state) {
        Field asked = state.asked();
        if (asked == Field.PHONE && meansThisPhone(said)) {
            return Optional.of(new Heard.ThisPhone());
        }
        if (state.pending().isEmpty() && words.is(Meaning.CONTINUE, said.folded())) {
            return Optional.of(new Heard.Greeting());
        }
        if (!state.answers().none() && words.is(Meaning.CORRECT, said.folded())) {
            return Optional.of(new Heard.SomethingWrong());
        }
        if (state.answers().has(asked) && words.is(Meaning.KEEP, said.folded())) {
            return Optional.of(new Heard.Keep());
        }
        if (asked == Field.CPF && hasNoCpf(said)) {
            Told told = reader.read(said, new Reader.Asking(Optional.of(asked), state.answers(), false));
            return Optional.of(told.answers().has(Field.CPF) ? new Heard.Given(told) : new Heard.NoCpf());
        }
        return Optional.empty();
    }

    private boolean meansThisPhone(Said said) {
        return said.text().chars().noneMatch(Character::isDigit)
                && !reader.isQuestion(said.text())
                && !words.contains(Meaning.NO, said.folded())
                && (words.is(Meaning.THIS_PHONE, said.folded()) || words.mentions(Meaning.THIS_PHONE, said.folded()));
    }

    private boolean hasNoCpf(Said said) {
        return words.contains(Meaning.NO_CPF, said.folded()) || words.is(Meaning.HAVE_NONE, said.folded());
    }

    private Optional<Heard> noValue(Said said) {
        return phrases.yesOrNo(said).or(() -> wishes.heard(said));
    }

    private Heard value(Said said, State.Collecting state) {
        Field asked = state.asked();
        Told read = reader.read(said, new Reader.Asking(Optional.of(asked), state.answers(), false));
        Optional<Heard> correction =
                read.answers().has(asked) ? Optional.empty() : corrections.heard(said, state.answers());
        if (correction.isPresent()) {
            return correction.get();
        }
        Told told = reader.isQuestion(said.text()) ? read.certain() : read;
        return told.isNothing()
                ? noValue(said).or(() -> question(said)).orElseGet(() -> new Heard.Given(offered(told, state)))
                : new Heard.Given(told);
    }

    /// Where we offered values, a message that is none of them is told so.
    private static Told offered(Told told, State.Collecting state) {
        if (!(state.pending().orElse(null) instanceof Pending.ChooseOne choice)) {
            return told;
        }
        Reason reason =
                choice.sharesName() ? Reason.STATE_NOT_OFFERED : state.asked().notOffered();
        return Told.of(state.asked(), new Parsed.Invalid<>(reason));
    }

    private Heard confirming(Said said, State.Confirming state) {
        if (state.pending().isPresent() && words.is(Meaning.KEEP, said.folded())) {
            return new Heard.No();
        }
        Optional<Heard> change = corrections.changed(
                said, state.registration().answers(), state.pending().isPresent() || corrections.announced(said));
        return phrases.yesOrNo(said)
                .or(() -> phrases.confirms(said, Meaning.YES) && change.isEmpty()
                        ? Optional.of(new Heard.Yes())
                        : Optional.empty())
                .or(() -> phrases.talk(said))
                .or(() -> change.filter(Heard.Given.class::isInstance))
                .or(() -> reader.isQuestion(said.text()) ? question(said) : Optional.empty())
                .or(() -> change)
                .or(() -> wishes.heard(said))
                .or(() -> question(said))
                .orElseGet(() -> new Heard.Unclear(said.text()));
    }

    private Heard completed(Said said, State.Completed state) {
        return picked(said, state)
                .or(() -> phrases.talk(said))
                .or(() -> wishes.heard(said).filter(Heard.WishForAnother.class::isInstance))
                .or(() -> corrections.heard(said, Answers.NONE))
                .or(() -> phrases.yesOrNo(said))
                .or(() -> amended(said, state))
                .or(() -> question(said))
                .or(() -> wishes.heard(said))
                .orElseGet(() -> topic(said));
    }

    /// Whom of this chat's people it concerns, by the first name.
    private static Optional<Heard> picked(Said said, State.Completed state) {
        if (!(state.pending().orElse(null) instanceof Pending.WhichRegistration which)) {
            return Optional.empty();
        }
        List<Pending.WhichRegistration.Entry> named = which.entries().stream()
                .filter(entry -> entry.isNamedIn(said.folded()))
                .toList();
        return named.size() == 1 ? Optional.of(new Heard.Picked(named.getFirst().number())) : Optional.empty();
    }

    /// A new value of a field that is named, or that we asked about.
    private Optional<Heard> amended(Said said, State.Completed state) {
        boolean changing = state.pending().orElse(null) instanceof Pending.WhatToChange;
        boolean names =
                !reader.asksSomething(said.text()) && !reader.named(said).isEmpty();
        return changing || names ? corrections.changed(said, Answers.NONE, changing) : Optional.empty();
    }

    private Optional<Heard> question(Said said) {
        return reader.asksSomething(said.text()) ? Optional.of(new Heard.Question(said.text())) : Optional.empty();
    }

    /// A topic of the congress, in no more than a word or two: "local do evento".
    private Heard topic(Said said) {
        return Topic.in(said.folded(), words).isEmpty()
                ? new Heard.Unclear(said.text())
                : new Heard.Question(said.text());
    }
}
