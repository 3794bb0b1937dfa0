package congressbot.bot.registration;

import java.util.List;
import java.util.Optional;

/// While fields are asked, one after the other.
final class CollectingMoves {
    private final Sentences sentences;
    private final Taking taking;
    private final Failures failures;
    private final CollectingOrders orders;
    private final Recogniser phones;

    CollectingMoves(Sentences sentences, Taking taking, Failures failures, CollectingOrders orders, Recogniser phones) {
        this.sentences = sentences;
        this.taking = taking;
        this.failures = failures;
        this.orders = orders;
        this.phones = phones;
    }

    /// The first question, after the privacy notice; values that came with the wish are kept.
    Draft begin(Told told, Facts facts, Optional<Followup> followup) {
        String notice = sentences.linksToPrivacy() ? "notice" : "notice-without-link";
        Form empty = new Form(facts.notice(), Answers.NONE, followup);
        Field firstTold = told.answers().byField().keySet().stream().findFirst().orElse(Field.NAME);
        Draft first = told.answers().none() && told.doubt().isEmpty()
                ? Draft.to(empty.next())
                : take(empty.asking(firstTold), told.answers(), told, facts);
        Draft noticed = first.after(List.of(Remark.lasting(sentences.say(notice, 0))), List.of());
        return followup.isPresent()
                ? noticed.after(List.of(Remark.lasting(sentences.say("another.begin", 0))), List.of())
                : noticed;
    }

    Draft next(State.Collecting state, Heard.Meant heard, Facts facts) {
        Answers values = NewValues.of(state, heard);
        if (!values.none()) {
            return take(state, values, Told.in(heard), facts);
        }
        return switch (heard) {
            case Heard.Ordered ordered -> orders.next(state, ordered.command());
            case Heard.Greeting _ -> failures.again(state, "greeting-again");
            case Heard.Wish _ -> failures.again(state, "under-way");
            case Heard.WishForAnother _ -> failures.again(state, "another.first-this");
            case Heard.Given given -> doubted(state, given.told(), facts);
            case Heard.NoCpf _ -> passport(state);
            case Heard.ThisPhone _ -> thisPhone(state, facts);
            case Heard.Keep _ -> keep(state);
            case Heard.ToChange change -> orders.correct(Form.of(state), change.field());
            case Heard.SomethingWrong _ -> somethingWrong(state);
            case Heard.Yes _ -> yes(state, facts);
            case Heard.No _ -> no(state);
            case Heard.Picked _, Heard.Unclear _ -> failures.unanswered(state);
        };
    }

    /// Takes values, and goes on with what was said besides: a doubtful value, a question.
    Draft take(State.Collecting state, Answers values, Told told, Facts facts) {
        Taking.Taken taken = taking.take(state.answers(), values, facts, state.tries());
        Form known = Form.of(state).with(taken.answers());
        Optional<Answer> refused = taken.refused().byField().values().stream().findFirst();
        Optional<Field> doubtful = told.doubt()
                .map(Told.Doubt::field)
                .filter(field -> !taken.answers().has(field));
        Draft draft;
        if (refused.isPresent()) {
            draft = refused(known, refused.get(), state.tries(), facts);
        } else if (doubtful.isPresent()) {
            draft = doubted(known.asking(doubtful.get()), told, facts);
        } else {
            draft = Draft.to(after(state, values, known));
        }
        return answered(draft.after(taken.says(), taken.effects()), told, facts);
    }

    /// The next question; the same one again when something else was told.
    private static State after(State.Collecting state, Answers values, Form known) {
        State next = known.next();
        boolean complete = next instanceof State.Confirming && !state.correcting();
        if (complete || values.has(state.asked())) {
            return next;
        }
        Optional<Pending> pending = state.pending().filter(question -> !(question instanceof Pending.MailToRegistered));
        State.Collecting again = known.asking(state.asked()).with(pending);
        return new State.Collecting(
                again.notice(), again.answers(), again.asked(), state.tries() + 1, pending, again.followup());
    }

    /// The owner of the registration may be sent a message; nothing else is told.
    private static Draft refused(Form known, Answer answer, int tries, Facts facts) {
        State.Collecting asking = new State.Collecting(
                known.notice(), known.answers(), answer.field(), tries + 1, Optional.empty(), known.followup());
        return facts.probing()
                ? Draft.to(asking).quiet()
                : Draft.to(asking.with(Optional.of(new Pending.MailToRegistered(answer))));
    }

    private Draft answered(Draft draft, Told told, Facts facts) {
        if (told.question().isEmpty()) {
            return draft;
        }
        return facts.answer().map(draft::say).orElseGet(() -> draft.say(sentences.say("unanswered", 0)));
    }

    private Draft doubted(State.Collecting state, Told told, Facts facts) {
        if (told.doubt().isEmpty()) {
            return answered(failures.unanswered(state), told, facts);
        }
        Told.Doubt doubt = told.doubt().get();
        State.Collecting asking =
                doubt.field() == state.asked() ? state : Form.of(state).asking(doubt.field());
        return switch (doubt.parsed()) {
            case Parsed.Invalid<? extends Answer> invalid -> failures.failed(asking, invalid.reason());
            case Parsed.Suggest<? extends Answer> suggest -> suggest(asking, suggest);
            case Parsed.Choose<? extends Answer> choose ->
                choose(asking, new Pending.ChooseOne(List.copyOf(choose.candidates())));
            case Parsed.Part<? extends Answer> part ->
                failures.failed(asking, part.missing(), Optional.of(new Pending.RestOf(asking.asked(), part.part())));
            case Parsed.ReadBack<? extends Answer> heard ->
                Draft.to(asking.with(Optional.of(new Pending.HeardByVoice(
                        heard.value(), Optional.of(heard.others()).filter(others -> !others.none())))));
            case Parsed.OfTheChat<? extends Answer> _ -> thisPhone(asking, facts);
            case Parsed.Ok<? extends Answer> _ -> throw new IllegalStateException("a certain value is no doubt");
        };
    }

    private static Draft suggest(State.Collecting state, Parsed.Suggest<? extends Answer> suggestion) {
        Pending slip = new Pending.DidYouMean(
                suggestion.suggested(), suggestion.typed().map(typed -> typed));
        boolean again = NewValues.slip(state).isPresent();
        return Draft.to((again ? state.triedAgain() : state).with(Optional.of(slip)));
    }

    private static Draft choose(State.Collecting state, Pending.ChooseOne choice) {
        boolean repeated = state.pending().filter(choice::equals).isPresent();
        int tries = repeated ? state.tries() + 1 : 0;
        return Draft.to(new State.Collecting(
                state.notice(), state.answers(), state.asked(), tries, Optional.of(choice), state.followup()));
    }

    private Draft passport(State.Collecting state) {
        return Draft.to(Form.of(state).asking(Field.CPF).with(Optional.of(new Pending.PassportInstead())))
                .explain(sentences.say("passport-instead", state.tries()));
    }

    private Draft yes(State.Collecting state, Facts facts) {
        if (state.pending().orElse(null) instanceof Pending.MailToRegistered(var typed)) {
            return Draft.to(state.triedAgain().with(Optional.empty()))
                    .say(sentences.say("mailed-to-registered", 0))
                    .effect(new Effect.RemindRegistered(typed));
        }
        return state.asked() == Field.PHONE && state.pending().isEmpty()
                ? thisPhone(state, facts)
                : failures.unanswered(state);
    }

    private Draft no(State.Collecting state) {
        boolean rejected = state.pending()
                .filter(pending -> pending instanceof Pending.DidYouMean
                        || pending instanceof Pending.HeardByVoice
                        || pending instanceof Pending.MailToRegistered)
                .isPresent();
        if (rejected) {
            return Draft.to(state.triedAgain().with(Optional.empty()));
        }
        return state.correcting() ? keep(state) : failures.unanswered(state);
    }

    private Draft somethingWrong(State.Collecting state) {
        return state.answers().none()
                ? failures.again(state, "nothing-to-correct")
                : Draft.to(state.with(Optional.of(new Pending.WhatToChange())));
    }

    private Draft thisPhone(State.Collecting state, Facts facts) {
        Optional<Parsed<? extends Answer>> number = facts.chatPhone().map(told -> phones.read(told.value()));
        if (number.isEmpty()) {
            return failures.again(state, "chat-phone-unknown");
        }
        return switch (number.get()) {
            case Parsed.Ok<? extends Answer> ok -> take(state, Answers.of(ok.value()), Told.NOTHING, facts);
            // Many an id of WhatsApp lacks the ninth digit that the number has.
            case Parsed.Suggest<? extends Answer> suggestion -> suggest(state, suggestion);
            case Parsed.Invalid<? extends Answer> _,
                    Parsed.Choose<? extends Answer> _,
                    Parsed.Part<? extends Answer> _,
                    Parsed.OfTheChat<? extends Answer> _,
                    Parsed.ReadBack<? extends Answer> _ -> failures.again(state, "chat-phone-unknown");
        };
    }

    private Draft keep(State.Collecting state) {
        return state.answers().has(state.asked()) || state.correcting()
                ? Draft.to(Form.of(state).next())
                : failures.unanswered(state);
    }
}
