package congressbot.bot.registration;

import java.util.Map;
import java.util.Optional;

/// While the summary waits for a yes.
final class ConfirmingMoves {
    private final Sentences sentences;
    private final Taking taking;
    private final CollectingMoves collecting;
    private final CollectingOrders orders;

    ConfirmingMoves(Sentences sentences, Taking taking, CollectingMoves collecting, CollectingOrders orders) {
        this.sentences = sentences;
        this.taking = taking;
        this.collecting = collecting;
        this.orders = orders;
    }

    Draft next(State.Confirming state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Yes _ -> state.pending().isEmpty() ? confirmed(state, facts) : again(state, "change.unclear");
            case Heard.No _ -> state.pending().isEmpty() ? whatToChange(state) : summary(state);
            case Heard.SomethingWrong _ -> whatToChange(state);
            case Heard.ToChange change -> orders.correct(Form.of(state), change.field());
            case Heard.Given given -> given(state, given, facts);
            case Heard.NoCpf _ -> collecting.next(Form.of(state).asking(Field.CPF), heard, facts);
            case Heard.Ordered ordered -> ordered(state, ordered.command());
            case Heard.Greeting _ -> again(state, "greeting-again");
            case Heard.Wish _ -> again(state, "under-way");
            case Heard.WishForAnother _ -> again(state, "another.first-this");
            case Heard.Keep _ -> summary(state);
            case Heard.ThisPhone _ -> collecting.next(Form.of(state).asking(Field.PHONE), heard, facts);
            case Heard.Picked _, Heard.Unclear _ ->
                again(state, state.pending().isEmpty() ? "confirm.unclear" : "change.unclear");
        };
    }

    /// A value that is told at the summary replaces the one that stands there.
    private Draft given(State.Confirming state, Heard.Given given, Facts facts) {
        Field field = given.told().answers().byField().keySet().stream()
                .findFirst()
                .or(() -> given.told().doubt().map(Told.Doubt::field))
                .orElse(Field.NAME);
        return collecting.next(Form.of(state).asking(field), given, facts);
    }

    private Draft confirmed(State.Confirming state, Facts facts) {
        if (!facts.taken().isEmpty()) {
            return overtaken(state, facts);
        }
        if (state.followup().orElse(null) instanceof Followup.Change change) {
            return amended(state, change, facts);
        }
        return registered(state, facts);
    }

    private Draft amended(State.Confirming state, Followup.Change change, Facts facts) {
        long number = change.registration();
        if (facts.registrations().stream().noneMatch(one -> one.number() == number)) {
            return Draft.to(State.START)
                    .say(sentences.say("completed.gone", 0, Map.of("number", String.valueOf(number))));
        }
        return Draft.to(new State.Completed(number, 0, Optional.empty()))
                .say(sentences.say("amended", 0, Map.of("number", String.valueOf(number))))
                .effect(new Effect.Amend(state.registration(), number, change.before()));
    }

    private Draft registered(State.Confirming state, Facts facts) {
        long number = facts.nextNumber().orElseThrow(() -> new IllegalArgumentException("no number was looked up"));
        Map<String, String> values = Map.of(
                "number",
                String.valueOf(number),
                "email",
                state.registration().email().value(),
                "first",
                state.registration().name().first());
        return Draft.to(new State.Completed(number, 0, Optional.empty()))
                .say(sentences.say("completed", 0, values))
                .effect(new Effect.Register(state.registration(), number));
    }

    /// Somebody registered the document or the address while the summary stood there.
    private Draft overtaken(State.Confirming state, Facts facts) {
        Form form = Form.of(state);
        Answers left = form.answers();
        for (Field field : facts.taken()) {
            left = left.without(field);
        }
        Draft draft = Draft.to(form.with(left).next());
        for (Field field : Field.values()) {
            if (facts.taken().contains(field)) {
                draft = draft.say(taking.taken(field, 0)).effect(new Effect.DuplicateHit(field));
            }
        }
        return draft;
    }

    private static Draft whatToChange(State.Confirming state) {
        return Draft.to(new State.Confirming(
                state.registration(), 0, Optional.of(new Pending.WhatToChange()), state.followup()));
    }

    private static Draft summary(State.Confirming state) {
        return Draft.to(new State.Confirming(state.registration(), 0, Optional.empty(), state.followup()));
    }

    private Draft again(State.Confirming state, String key) {
        return Draft.to(state.triedAgain()).explain(sentences.say(key, state.tries()));
    }

    private Draft ordered(State.Confirming state, Heard.Command command) {
        return switch (command) {
            case BACK -> state.pending().isEmpty() ? orders.correct(Form.of(state), Field.PROFILE) : summary(state);
            case CANCEL -> Draft.to(state.with(Optional.of(new Pending.ReallyCancel(state.pending()))));
            case RESTART -> orders.restart(Form.of(state));
            case HELP -> again(state, "help.confirming");
            case MY_DATA, EXPORT -> summary(state);
            case ERASE -> Draft.to(state.with(Optional.of(new Pending.ReallyErase(state.pending()))));
            case RESEND -> again(state, "resend.not-yet");
        };
    }
}
