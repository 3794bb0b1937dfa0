package congressbot.bot.registration;

import java.util.Map;
import java.util.Optional;

/// While fields are asked, one after the other.
final class CollectingMoves {
    /// After so many failures the help gets more concrete.
    private static final int HINT_FROM = 2;

    /// After so many failures the organisers are offered.
    private static final int CONTACT_FROM = 4;

    private final Sentences sentences;
    private final Taking taking;

    CollectingMoves(Sentences sentences, Taking taking) {
        this.sentences = sentences;
        this.taking = taking;
    }

    /// The first question, after the privacy notice; values that came with the wish are kept.
    Draft begin(Answers given, Facts facts) {
        Taking.Taken taken = taking.take(Answers.NONE, given, facts, 0);
        String notice = sentences.linksToPrivacy() ? "notice" : "notice-without-link";
        return goOn(facts.notice(), taken.answers())
                .say(sentences.say(notice, 0))
                .say(taken.says())
                .effect(taken.effects());
    }

    /// Everything once more; the privacy notice was read.
    Draft restart(Notice notice) {
        return goOn(notice, Answers.NONE).say(sentences.say("restarted", 0));
    }

    /// One field once more; "keep" and "back" leave it as it was.
    Draft correct(Notice notice, Answers answers, Field field) {
        Draft draft = Draft.to(new State.Collecting(notice, answers, field, 0, Optional.empty()));
        return answers.of(field)
                .map(answer -> draft.say(sentences.say("value-so-far", 0, Map.of("value", answer.shown()))))
                .orElse(draft);
    }

    /// The values that taking this message would store: to be looked up first.
    static Answers values(State.Collecting state, Heard heard) {
        return switch (heard) {
            case Heard.Given given -> given.answers();
            case Heard.Wish wish -> newIn(state, wish.given());
            case Heard.Yes _ ->
                slip(state).map(slip -> Answers.of(slip.suggested())).orElse(Answers.NONE);
            case Heard.No _ ->
                slip(state).flatMap(Pending.DidYouMean::typed).map(Answers::of).orElse(Answers.NONE);
            case Heard.Suggested suggested -> insisted(state, suggested);
            case Heard.Ordered _,
                    Heard.Greeting _,
                    Heard.Ambiguous _,
                    Heard.Refused _,
                    Heard.ThisPhone _,
                    Heard.Keep _,
                    Heard.ToChange _,
                    Heard.Unclear _,
                    Heard.Aside _ -> Answers.NONE;
        };
    }

    private static Answers newIn(State.Collecting state, Answers given) {
        Answers found = given;
        for (Field field : state.answers().byField().keySet()) {
            found = found.without(field);
        }
        return found;
    }

    private static Optional<Pending.DidYouMean> slip(State state) {
        return state.pending().filter(Pending.DidYouMean.class::isInstance).map(Pending.DidYouMean.class::cast);
    }

    /// Typed a second time, what looks like a slip is none.
    private static Answers insisted(State.Collecting state, Heard.Suggested suggested) {
        Optional<? extends Answer> typed = suggested.suggestion().typed();
        Optional<Answer> before = slip(state).flatMap(Pending.DidYouMean::typed);
        return typed.isPresent() && typed.equals(before) ? Answers.of(typed.get()) : Answers.NONE;
    }

    Draft next(State.Collecting state, Heard.Meant heard, Facts facts) {
        Answers values = values(state, heard);
        if (!values.none()) {
            return take(state, values, facts);
        }
        return switch (heard) {
            case Heard.Ordered ordered -> ordered(state, ordered.command());
            case Heard.Greeting _ -> again(state, "greeting-again");
            case Heard.Wish _ -> again(state, "under-way");
            case Heard.Suggested suggested -> suggest(state, suggested.suggestion());
            case Heard.Ambiguous ambiguous -> choose(state, new Pending.ChooseOne(ambiguous.candidates()));
            case Heard.Refused refused -> failed(state, refused.reason());
            case Heard.ThisPhone _ -> thisPhone(state, facts);
            case Heard.Keep _ -> keep(state);
            case Heard.Yes _ -> state.asked() == Field.PHONE ? thisPhone(state, facts) : unanswered(state);
            case Heard.No _ -> slip(state).isPresent() ? retype(state) : unanswered(state);
            case Heard.Given _, Heard.ToChange _, Heard.Unclear _ -> unanswered(state);
        };
    }

    private Draft take(State.Collecting state, Answers values, Facts facts) {
        Field asked = state.asked();
        Taking.Taken taken = taking.take(state.answers(), values, facts, state.tries());
        boolean refused = taken.refused().contains(asked);
        Optional<Pending> pending = refused ? Optional.empty() : state.pending();
        Draft draft = refused || !values.has(asked)
                ? Draft.to(new State.Collecting(state.notice(), taken.answers(), asked, state.tries() + 1, pending))
                : goOn(state.notice(), taken.answers());
        Draft said = draft.say(taken.says()).effect(taken.effects());
        return refused && facts.probing() ? said.quiet() : said;
    }

    private Draft goOn(Notice notice, Answers answers) {
        return Draft.to(answers.complete(notice)
                .<State>map(registration -> new State.Confirming(registration, 0, Optional.empty()))
                .orElseGet(() -> new State.Collecting(
                        notice, answers, answers.firstMissing().orElseThrow(), 0, Optional.empty())));
    }

    private Draft suggest(State.Collecting state, Parsed.Suggest<? extends Answer> suggestion) {
        Pending slip = new Pending.DidYouMean(
                suggestion.suggested(), suggestion.typed().map(typed -> typed));
        return Draft.to((slip(state).isPresent() ? state.triedAgain() : state).with(Optional.of(slip)));
    }

    private Draft choose(State.Collecting state, Pending.ChooseOne choice) {
        boolean repeated = state.pending().filter(choice::equals).isPresent();
        int tries = repeated ? state.tries() + 1 : 0;
        return Draft.to(
                new State.Collecting(state.notice(), state.answers(), state.asked(), tries, Optional.of(choice)));
    }

    private Draft unanswered(State.Collecting state) {
        boolean choosing = state.pending().orElse(null) instanceof Pending.ChooseOne;
        return failed(state, choosing ? Reason.STATE_NOT_OFFERED : Reason.nothingOf(state.asked()));
    }

    private Draft failed(State.Collecting state, Reason reason) {
        State.Collecting next = state.triedAgain();
        Draft draft = Draft.to(next).say(sentences.say(reason.key(), state.tries()));
        if (next.tries() >= CONTACT_FROM) {
            return draft.say(sentences.say("contact-offered", next.tries() - CONTACT_FROM));
        }
        String hint = "hint." + state.asked().key();
        return next.tries() >= HINT_FROM && state.pending().isEmpty()
                ? draft.say(sentences.say(hint, next.tries() - HINT_FROM))
                : draft;
    }

    private Draft again(State.Collecting state, String key) {
        return Draft.to(state.triedAgain()).say(sentences.say(key, state.tries()));
    }

    private Draft retype(State.Collecting state) {
        return Draft.to(state.triedAgain().with(Optional.empty()));
    }

    private Draft thisPhone(State.Collecting state, Facts facts) {
        Optional<Parsed<Phone>> number = facts.chatPhone().map(told -> Phone.parse(told.value()));
        if (number.isEmpty()) {
            return again(state, "chat-phone-unknown");
        }
        return switch (number.get()) {
            case Parsed.Ok<Phone>(Phone phone) -> take(state, Answers.of(phone), facts);
            // Many an id of WhatsApp lacks the ninth digit that the number has.
            case Parsed.Suggest<Phone> suggestion -> suggest(state, suggestion);
            case Parsed.Invalid<Phone> _ -> again(state, "chat-phone-unknown");
        };
    }

    private Draft keep(State.Collecting state) {
        return state.answers().has(state.asked()) ? goOn(state.notice(), state.answers()) : unanswered(state);
    }

    private Draft ordered(State.Collecting state, Heard.Command command) {
        return switch (command) {
            case BACK -> back(state);
            case CANCEL -> cancel(state);
            case RESTART -> restart(state.notice());
            case HELP -> again(state, "help.collecting");
        };
    }

    private Draft back(State.Collecting state) {
        if (state.pending().isPresent()) {
            return retype(state);
        }
        if (state.correcting()) {
            return goOn(state.notice(), state.answers());
        }
        return state.asked()
                .before()
                .map(field -> correct(state.notice(), state.answers(), field))
                .orElseGet(() -> again(state, "back.first"));
    }

    private Draft cancel(State.Collecting state) {
        return state.answers().none()
                ? Draft.to(State.START).say(sentences.say("cancelled", 0))
                : Draft.to(state.with(Optional.of(new Pending.ReallyCancel(state.pending()))));
    }
}
