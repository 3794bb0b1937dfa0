package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    public Dialogue(Congress congress, Municipalities municipalities, Places places, Words words, Texts texts) {
        Labels labels = new Labels(texts);
        Documents documents = new Documents(words);
        Phones phones = new Phones();
        Recognisers recognisers = new Recognisers(List.of(
                new Names(words),
                new Emails(words),
                documents,
                phones,
                new Cities(places, words),
                new Profiles(congress.profiles(), words),
                new Badges(words)));
        Reader reader = new Reader(recognisers, words);
        sentences = new Sentences(congress);
        offers = new Offers(congress, municipalities, labels);
        hearing = new Hearing(offers, reader, new Pendings(recognisers, documents, places, words), words);
        Taking taking = new Taking(sentences, labels);
        prompts = new Prompts(sentences, taking, offers, texts);
        asides = new Asides(sentences);
        Failures failures = new Failures(sentences);
        CollectingOrders orders = new CollectingOrders(sentences, taking, failures);
        collecting = new CollectingMoves(sentences, taking, failures, orders, phones);
        confirming = new ConfirmingMoves(sentences, taking, collecting, orders);
        idle = new IdleMoves(congress.enrolment(), sentences, collecting);
        completed = new CompletedMoves(sentences, taking, collecting, confirming);
    }

    /// The words of a message, whatever carries them.
    public static Optional<String> words(Content content) {
        return switch (content) {
            case Content.Text text -> Optional.of(text.text());
            case Content.Edited edited -> Optional.of(edited.text());
            case Content.Choice choice -> Optional.of(choice.label());
            case Content.Audio audio -> audio.transcript().or(audio::caption);
            case Content.Image image -> image.caption();
            case Content.Document document -> document.caption();
            case Content.Location _,
                    Content.Contact _,
                    Content.Unsupported _,
                    Content.Reaction _,
                    Content.Deleted _,
                    Content.FromStaff _ -> Optional.empty();
        };
    }

    /// Understands a message, whatever it holds.
    public Heard hear(Content content, State state) {
        return switch (content) {
            case Content.Text text -> hear(text.text(), state);
            case Content.Edited edited -> hear(edited.text(), state);
            case Content.Choice choice -> hear(choice, state);
            case Content.Audio audio
            when audio.transcript().isPresent() -> read(audio.transcript(), state, Heard.Media.AUDIO, true);
            case Content.Audio audio -> read(audio.caption(), state, Heard.Media.AUDIO, false);
            case Content.Image image -> read(image.caption(), state, Heard.Media.IMAGE, false);
            case Content.Document document -> read(document.caption(), state, Heard.Media.DOCUMENT, false);
            case Content.Location _ -> new Heard.Unreadable(Heard.Media.LOCATION);
            case Content.Contact _ -> new Heard.Unreadable(Heard.Media.CONTACT);
            case Content.Unsupported _ -> new Heard.Unreadable(Heard.Media.OTHER);
            case Content.Reaction _, Content.Deleted _, Content.FromStaff _ -> new Heard.Silence();
        };
    }

    private Heard hear(Content.Choice choice, State state) {
        return offers.of(state).stream()
                .filter(offer -> offer.option().id().equals(choice.optionId()) && counts(offer, choice, state))
                .findFirst()
                .map(Offer::means)
                .orElseGet(() -> hear(choice.label(), state));
    }

    /// Yes and no have the same ids everywhere: an older button must not decide where something would be lost.
    private static boolean counts(Offer offer, Content.Choice choice, State state) {
        return between(state).isEmpty() || offer.option().label().equals(choice.label());
    }

    private Heard read(Optional<String> words, State state, Heard.Media media, boolean spoken) {
        return words.filter(text -> !text.isBlank())
                .map(text -> hearing.hear(text, spoken, state))
                .orElseGet(() -> new Heard.Unreadable(media));
    }

    /// Understands a text.
    public Heard hear(String text, State state) {
        return hearing.hear(text, false, state);
    }

    /// What must be known before [#next].
    public List<Lookup> lookups(State state, Heard heard) {
        List<Lookup> lookups = new ArrayList<>();
        OptionalLong own = own(state);
        Answers values = values(state, heard);
        values.document()
                .map(document -> new Lookup.DocumentTaken(document, own))
                .ifPresent(lookups::add);
        values.email().map(email -> new Lookup.EmailTaken(email, own)).ifPresent(lookups::add);
        question(heard).map(Lookup.AnswerTo::new).ifPresent(lookups::add);
        if (state instanceof State.Confirming && state.pending().isEmpty() && heard instanceof Heard.Yes) {
            lookups.add(own.isPresent() ? new Lookup.Registrations() : new Lookup.NextNumber());
        }
        if (state instanceof State.Completed) {
            lookups.add(new Lookup.Registrations());
        }
        return List.copyOf(lookups);
    }

    /// The registration whose own values are nobody else's.
    private static OptionalLong own(State state) {
        Optional<Followup> followup = switch (state) {
            case State.Collecting form -> form.followup();
            case State.Confirming form -> form.followup();
            case State.Idle _, State.Completed _ -> Optional.empty();
        };
        if (followup.orElse(null) instanceof Followup.Change(long number)) {
            return OptionalLong.of(number);
        }
        return state instanceof State.Completed done ? OptionalLong.of(done.participant()) : OptionalLong.empty();
    }

    private static Optional<String> question(Heard heard) {
        return switch (heard) {
            case Heard.Question question -> Optional.of(question.text());
            case Heard.Given given -> given.told().question();
            case Heard.Meant _, Heard.Aside _ -> Optional.empty();
        };
    }

    private static Answers values(State state, Heard heard) {
        boolean decidesBetween =
                between(state).isPresent() && (heard instanceof Heard.Yes || heard instanceof Heard.No);
        return decidesBetween ? Answers.NONE : NewValues.of(goingOn(state), heard);
    }

    /// Decides what follows.
    ///
    /// @param facts the results of [#lookups], and what is always known
    public Move next(State state, Heard heard, Facts facts) {
        Optional<State> asked = Returning.asked(state, heard, facts);
        Draft draft = switch (heard) {
            case Heard.Aside aside -> asides.next(asked.orElse(state), aside, facts);
            case Heard.Meant meant -> asked.map(Draft::to).orElseGet(() -> meant(state, meant, facts));
        };
        return prompts.complete(draft, facts);
    }

    /// The open question once more, with the state unchanged: for the engine's own notices.
    public Move again(State state, Facts facts) {
        return prompts.complete(Draft.to(state), facts);
    }

    private Draft meant(State state, Heard.Meant heard, Facts facts) {
        if (between(state).isPresent()) {
            switch (heard) {
                case Heard.Yes _ -> {
                    return agreed(state, between(state).get(), facts);
                }
                case Heard.No _ -> {
                    return declined(state, between(state).get());
                }
                case Heard.Meant _ -> {} // Who says something else goes on as if we had not asked.
            }
        }
        return switch (goingOn(state)) {
            case State.Idle open -> idle.next(open, heard, facts);
            case State.Collecting open -> collecting.next(open, heard, facts);
            case State.Confirming open -> confirming.next(open, heard, facts);
            case State.Completed done -> completed.next(done, heard, facts);
        };
    }

    private Draft agreed(State state, Pending.Between between, Facts facts) {
        return switch (between) {
            case Pending.ReallyCancel _ -> cancelled(state, facts);
            case Pending.ReallyErase _ ->
                Draft.to(State.START).say(sentences.say("erased", 0)).effect(new Effect.Erase());
            case Pending.ContinueOrRestart _ -> Draft.to(resumed(state)).say(sentences.say("continued", 0));
        };
    }

    /// A summary from long ago is shown anew.
    private static State resumed(State state) {
        return goingOn(state) instanceof State.Confirming old
                ? new State.Confirming(old.registration(), 0, old.pending(), old.followup())
                : goingOn(state);
    }

    private Draft declined(State state, Pending.Between between) {
        return switch (between) {
            case Pending.ReallyCancel _ ->
                Draft.to(goingOn(state)).explain(sentences.say("cancel.kept", state.tries()));
            case Pending.ReallyErase _ -> Draft.to(goingOn(state)).explain(sentences.say("erase.kept", state.tries()));
            case Pending.ContinueOrRestart _ ->
                Draft.to(state.triedAgain()).explain(sentences.say("continue.later", state.tries()));
        };
    }

    private Draft cancelled(State state, Facts facts) {
        Optional<Followup> followup = switch (state) {
            case State.Collecting form -> form.followup();
            case State.Confirming form -> form.followup();
            case State.Idle _, State.Completed _ -> Optional.empty();
        };
        if (followup.isPresent()) {
            return Draft.to(new State.Completed(followup.get().registration(), 0, Optional.empty()))
                    .say(sentences.say("followup.stopped", 0));
        }
        if (state instanceof State.Completed done) {
            Map<String, String> number = Map.of("number", String.valueOf(done.participant()));
            return Draft.to(left(done, facts))
                    .say(sentences.say("cancelled.registration", 0, number))
                    .effect(new Effect.CancelRegistration(done.participant()));
        }
        return Draft.to(State.START).say(sentences.say("cancelled", 0));
    }

    /// Another registration of the same chat, or nothing.
    private static State left(State.Completed cancelled, Facts facts) {
        return facts.registrations().stream()
                .filter(one -> one.number() != cancelled.participant())
                .reduce((_, last) -> last)
                .<State>map(one -> new State.Completed(one.number(), 0, Optional.empty()))
                .orElse(State.START);
    }

    private static Optional<Pending.Between> between(State state) {
        return state.pending().filter(Pending.Between.class::isInstance).map(Pending.Between.class::cast);
    }

    /// The state as it was before we asked in between.
    static State goingOn(State state) {
        return between(state).map(between -> state.with(between.instead())).orElse(state);
    }
}
