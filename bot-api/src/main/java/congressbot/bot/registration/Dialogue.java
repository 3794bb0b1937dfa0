package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registration dialogue of one congress. Pure and safe for use by many threads: understand a message, say what
/// must be looked up, decide what follows.
public final class Dialogue {
    private final Sentences sentences;
    private final Offers offers;
    private final Hearing hearing;
    private final Prompts prompts;
    private final Asides asides;
    private final IdleMoves idle;
    private final CollectingMoves collecting;
    private final ConfirmingMoves confirming;
    private final CompletedMoves completed;

    public Dialogue(Congress congress, Municipalities municipalities, Words words, Texts texts) {
        sentences = new Sentences(congress);
        offers = new Offers(congress, municipalities, texts);
        hearing = new Hearing(offers, new Values(congress, municipalities, words), words);
        prompts = new Prompts(sentences, offers);
        asides = new Asides(sentences);
        Taking taking = new Taking(sentences);
        collecting = new CollectingMoves(sentences, taking);
        confirming = new ConfirmingMoves(sentences, taking, collecting);
        idle = new IdleMoves(congress.enrolment(), sentences, collecting);
        completed = new CompletedMoves(sentences);
    }

    /// Understands a message, whatever it holds.
    public Heard hear(Content content, State state) {
        return switch (content) {
            case Content.Text text -> hear(text.text(), state);
            case Content.Edited edited -> hear(edited.text(), state);
            case Content.Choice choice -> hear(choice, state);
            case Content.Audio audio -> read(audio.transcript().or(audio::caption), state, Heard.Media.AUDIO);
            case Content.Image image -> read(image.caption(), state, Heard.Media.IMAGE);
            case Content.Document document -> read(document.caption(), state, Heard.Media.DOCUMENT);
            case Content.Location _ -> new Heard.Unreadable(Heard.Media.LOCATION);
            case Content.Contact _ -> new Heard.Unreadable(Heard.Media.CONTACT);
            case Content.Unsupported _ -> new Heard.Unreadable(Heard.Media.OTHER);
            case Content.Reaction _, Content.Deleted _, Content.FromStaff _ -> new Heard.Silence();
        };
    }

    private Heard hear(Content.Choice choice, State state) {
        return offers.of(state).stream()
                .filter(offer -> offer.option().id().equals(choice.optionId()))
                .findFirst()
                .map(Offer::means)
                .orElseGet(() -> hear(choice.label(), state));
    }

    private Heard read(Optional<String> words, State state, Heard.Media media) {
        return words.filter(text -> !text.isBlank())
                .map(text -> hear(text, state))
                .orElseGet(() -> new Heard.Unreadable(media));
    }

    /// Understands a text.
    public Heard hear(String text, State state) {
        return hearing.hear(text, state);
    }

    /// What must be known before [#next].
    public List<Lookup> lookups(State state, Heard heard) {
        List<Lookup> lookups = new ArrayList<>();
        Answers values = values(state, heard);
        values.cpf().map(Lookup.CpfTaken::new).ifPresent(lookups::add);
        values.email().map(Lookup.EmailTaken::new).ifPresent(lookups::add);
        if (heard instanceof Heard.Question question) {
            lookups.add(new Lookup.AnswerTo(question.text()));
        }
        if (state instanceof State.Confirming && state.pending().isEmpty() && heard instanceof Heard.Yes) {
            lookups.add(new Lookup.NextNumber());
        }
        return List.copyOf(lookups);
    }

    private static Answers values(State state, Heard heard) {
        if (cancelling(state).isPresent() && (heard instanceof Heard.Yes || heard instanceof Heard.No)) {
            return Answers.NONE;
        }
        return switch (goingOn(state)) {
            case State.Idle _ -> heard instanceof Heard.Wish wish ? wish.given() : Answers.NONE;
            case State.Collecting open -> CollectingMoves.values(open, heard);
            case State.Confirming _, State.Completed _ -> Answers.NONE;
        };
    }

    /// Decides what follows.
    ///
    /// @param facts the results of [#lookups], and what is always known
    public Move next(State state, Heard heard, Facts facts) {
        Draft draft = switch (heard) {
            case Heard.Aside aside -> asides.next(state, aside, facts);
            case Heard.Meant meant ->
                cancelling(state).isPresent() ? cancelling(state, meant, facts) : meant(state, meant, facts);
        };
        return prompts.complete(draft, facts);
    }

    /// The open question once more, with the state unchanged: for the engine's own notices.
    public Move again(State state, Facts facts) {
        return prompts.complete(Draft.to(state), facts);
    }

    private Draft cancelling(State state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Yes _ -> cancelled(state);
            case Heard.No _ -> Draft.to(goingOn(state)).say(sentences.say("cancel.kept", state.tries()));
            case Heard.Meant other -> meant(goingOn(state), other, facts);
        };
    }

    private Draft cancelled(State state) {
        if (state instanceof State.Completed done) {
            return Draft.to(State.START)
                    .say(sentences.say(
                            "cancelled.registration", 0, Map.of("number", String.valueOf(done.participant()))))
                    .effect(new Effect.CancelRegistration(done.participant()));
        }
        return Draft.to(State.START).say(sentences.say("cancelled", 0));
    }

    private Draft meant(State state, Heard.Meant heard, Facts facts) {
        return switch (state) {
            case State.Idle open -> idle.next(open, heard, facts);
            case State.Collecting open -> collecting.next(open, heard, facts);
            case State.Confirming open -> confirming.next(open, heard, facts);
            case State.Completed done -> completed.next(done, heard);
        };
    }

    private static Optional<Pending.ReallyCancel> cancelling(State state) {
        return state.pending().filter(Pending.ReallyCancel.class::isInstance).map(Pending.ReallyCancel.class::cast);
    }

    /// The state as it was before we asked "really cancel?".
    static State goingOn(State state) {
        return cancelling(state).map(cancel -> state.with(cancel.instead())).orElse(state);
    }
}
