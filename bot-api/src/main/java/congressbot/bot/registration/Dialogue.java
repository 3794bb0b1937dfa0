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
import java.util.Set;
import java.util.stream.Stream;

/// The registration dialogue of one congress. Pure and safe for use by many threads: understand a
/// message, say what must be looked up, decide what follows.
public final class Dialogue {
    /// Kinds of what is done to a message, should nobody know to which: they want no answer.
    private static final Set<String> DEEDS = Set.of("edit", "deletion", "reaction");

    private final Sentences sentences;
    private final Offers offers;
    private final Hearing hearing;
    private final Revisions revisions;
    private final SharedPlaces sharedPlaces;
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
        sharedPlaces = new SharedPlaces(places, words);
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
        revisions = new Revisions(reader, words);
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
            case Content.Audio audio -> joined(audio);
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
            case Content.Audio audio ->
                read(joined(audio), state, Heard.Media.AUDIO, audio.transcript().isPresent());
            case Content.Image image -> read(image.caption(), state, Heard.Media.IMAGE, false);
            case Content.Document document -> read(document.caption(), state, Heard.Media.DOCUMENT, false);
            case Content.Location place -> located(place, goingOn(state));
            case Content.Contact _ -> new Heard.Unreadable(Heard.Media.CONTACT);
            case Content.Unsupported(String kind) ->
                DEEDS.contains(kind) ? new Heard.Silence() : new Heard.Unreadable(Heard.Media.OTHER);
            case Content.Reaction _, Content.Deleted _, Content.FromStaff _ -> new Heard.Silence();
        };
    }

    /// What was written beside a voice note, and what is said in it.
    private static Optional<String> joined(Content.Audio audio) {
        return Stream.of(audio.caption(), audio.transcript())
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .reduce((caption, said) -> caption + "\n" + said);
    }

    /// People send where they are when we ask where they live: a guess.
    private Heard located(Content.Location place, State state) {
        boolean wanted = state instanceof State.Collecting form
                && (form.asked() == Field.CITY || !form.answers().has(Field.CITY));
        return (wanted ? sharedPlaces.guess(place) : Optional.<Parsed<? extends Place>>empty())
                .<Heard>map(guess -> new Heard.Given(Told.of(Field.CITY, guess)))
                .orElseGet(() -> new Heard.Unreadable(wanted ? Heard.Media.LOCATION : Heard.Media.PLACE));
    }

    private Heard hear(Content.Choice choice, State state) {
        return offers.of(state).stream()
                .filter(offer -> offer.option().id().equals(choice.optionId()) && counts(offer, choice, state))
                .findFirst()
                .map(Offer::means)
                .orElseGet(() -> hear(choice.label(), state));
    }

    /// Yes and no have the same ids everywhere: an older button must not decide where something would
    /// be lost.
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

    /// Understands that an answer was changed afterwards.
    public Heard revised(Revision revision, State state) {
        return revisions.heard(revision, goingOn(state));
    }

    /// Whether it makes a registration or a change of one count, or has something lost.
    public static boolean decides(State state, Heard heard) {
        boolean open = between(state)
                .map(between -> !(between instanceof Pending.ContinueOrRestart))
                .orElse(state instanceof State.Confirming && state.pending().isEmpty());
        return open && heard instanceof Heard.Yes;
    }

    static Optional<Followup> followup(State state) {
        return switch (state) {
            case State.Collecting form -> form.followup();
            case State.Confirming form -> form.followup();
            case State.Idle _, State.Completed _ -> Optional.empty();
        };
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
        question(heard).ifPresent(lookups::add);
        proposable(state, heard).map(Lookup.Proposal::new).ifPresent(lookups::add);
        if (heard instanceof Heard.Unreadable(var media) && media == Heard.Media.IMAGE) {
            lookups.add(new Lookup.Picture());
        }
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
        if (followup(state).orElse(null) instanceof Followup.Change(long number, var _)) {
            return OptionalLong.of(number);
        }
        return state instanceof State.Completed done ? OptionalLong.of(done.participant()) : OptionalLong.empty();
    }

    private static Optional<Lookup.AnswerTo> question(Heard heard) {
        return switch (heard) {
            case Heard.Question question -> Optional.of(new Lookup.AnswerTo(question.text(), Lookup.Asked.PLAINLY));
            case Heard.Given given ->
                given.told().question().map(text -> new Lookup.AnswerTo(text, Lookup.Asked.PLAINLY));
            case Heard.Unclear unclear -> perhaps(unclear).map(text -> new Lookup.AnswerTo(text, Lookup.Asked.PERHAPS));
            case Heard.Meant meant -> perhaps(meant).map(text -> new Lookup.AnswerTo(text, Lookup.Asked.BESIDE_A_WISH));
            case Heard.Aside _ -> Optional.empty();
        };
    }

    /// Words that may be a question, whatever else we take them for: if the documents have an answer,
    /// they are.
    private static Optional<String> perhaps(Heard.Meant heard) {
        return switch (heard) {
            case Heard.Unclear unclear -> unclear.text().isEmpty() ? Optional.empty() : Optional.of(unclear.text());
            case Heard.Wish wish -> wish.told().question();
            case Heard.WishForAnother wish -> wish.told().question();
            case Heard.Meant _ -> Optional.empty();
        };
    }

    /// The asked field, when the message was an attempt at its value that we do not understand. What
    /// is personal is nobody else's to guess.
    private static Optional<Field> proposable(State state, Heard heard) {
        boolean open = state instanceof State.Collecting && state.pending().isEmpty();
        return open
                        && heard instanceof Heard.Given given
                        && given.told().answers().none()
                ? given.told()
                        .doubt()
                        .filter(doubt -> isUnknown(doubt.parsed()))
                        .map(Told.Doubt::field)
                        .filter(field -> field == Field.CITY || field == Field.PROFILE)
                : Optional.empty();
    }

    private static boolean isUnknown(Parsed<? extends Answer> parsed) {
        return parsed instanceof Parsed.Invalid<?>
                || (parsed instanceof Parsed.Part<?> part && part.missing() == Reason.CITY_UNKNOWN);
    }

    private static Answers values(State state, Heard heard) {
        boolean decidesBetween =
                between(state).isPresent() && (heard instanceof Heard.Yes || heard instanceof Heard.No);
        return decidesBetween ? Answers.NONE : NewValues.of(goingOn(state), heard);
    }

    /// Decides what follows.
    ///
    /// @param facts the results of [#lookups], and what is always known
    public Move next(State state, Heard understood, Facts facts) {
        Heard heard = helped(state, understood, facts);
        Optional<State> asked = Returning.asked(state, heard, facts);
        Draft draft = switch (heard) {
            case Heard.Aside aside -> asides.next(asked.orElse(state), aside, facts);
            case Heard.Meant meant -> asked.map(Draft::to).orElseGet(() -> meant(state, meant, facts));
        };
        return prompts.complete(draft, facts);
    }

    /// What was not understood, with the help of those who were asked about it. A proposed value
    /// passes the recogniser of its field like a typed one, and is read back.
    private Heard helped(State state, Heard heard, Facts facts) {
        if (heard instanceof Heard.Meant meant
                && perhaps(meant).isPresent()
                && facts.answer().isPresent()) {
            return new Heard.Question(perhaps(meant).get());
        }
        return proposable(state, heard)
                .flatMap(field -> facts.proposal().flatMap(text -> hearing.proposed(field, text)))
                .<Heard>map(Heard.Given::new)
                .orElse(heard);
    }

    /// More messages came at once than anybody types: none of them is understood, the state stays,
    /// and the open question is asked again.
    ///
    /// @param answered that is the last thing that was said to them already: nothing is said again
    public Move flooded(State state, Facts facts, boolean answered) {
        if (answered) {
            return prompts.complete(Draft.to(state).quiet(), facts);
        }
        boolean asks = prompts.complete(Draft.to(state), facts).asks().isPresent();
        String key = asks ? "flood" : "flood.nothing-asked";
        return prompts.complete(Draft.to(state).say(sentences.say(key, 0)).effect(new Effect.FloodAnswered()), facts);
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
        Optional<Followup> followup = followup(state);
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

    /// The values that were told so far.
    public static Answers answers(State state) {
        return switch (state) {
            case State.Collecting form -> form.answers();
            case State.Confirming form -> form.registration().answers();
            case State.Idle _, State.Completed _ -> Answers.NONE;
        };
    }

    private static Optional<Pending.Between> between(State state) {
        return state.pending().filter(Pending.Between.class::isInstance).map(Pending.Between.class::cast);
    }

    /// The state as it was before we asked in between.
    static State goingOn(State state) {
        return between(state).map(between -> state.with(between.instead())).orElse(state);
    }
}
