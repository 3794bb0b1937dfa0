package congressbot.bot.registration;

import java.util.Map;
import java.util.Optional;

/// While the summary waits for a yes.
final class ConfirmingMoves {
    private final Sentences sentences;
    private final Taking taking;
    private final CollectingMoves collecting;

    ConfirmingMoves(Sentences sentences, Taking taking, CollectingMoves collecting) {
        this.sentences = sentences;
        this.taking = taking;
        this.collecting = collecting;
    }

    Draft next(State.Confirming state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Yes _ -> state.pending().isEmpty() ? confirmed(state, facts) : again(state, "change.unclear");
            case Heard.No _ -> state.pending().isEmpty() ? whatToChange(state) : summary(state);
            case Heard.ToChange change -> correct(state, change.field());
            case Heard.Ordered ordered -> ordered(state, ordered.command());
            case Heard.Greeting _ -> again(state, "greeting-again");
            case Heard.Wish _ -> again(state, "under-way");
            case Heard.Keep _ -> summary(state);
            case Heard.Given _,
                    Heard.Suggested _,
                    Heard.Ambiguous _,
                    Heard.Refused _,
                    Heard.ThisPhone _,
                    Heard.Unclear _ -> again(state, state.pending().isEmpty() ? "confirm.unclear" : "change.unclear");
        };
    }

    private Draft confirmed(State.Confirming state, Facts facts) {
        if (!facts.taken().isEmpty()) {
            return overtaken(state, facts);
        }
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

    /// Somebody registered the CPF or the address while the summary stood there.
    private Draft overtaken(State.Confirming state, Facts facts) {
        Answers left = state.registration().answers();
        for (Field field : facts.taken()) {
            left = left.without(field);
        }
        Field first = left.firstMissing().orElseThrow();
        Draft draft = Draft.to(new State.Collecting(state.registration().notice(), left, first, 0, Optional.empty()));
        for (Field field : Field.values()) {
            if (facts.taken().contains(field)) {
                draft = draft.say(taking.taken(field, 0)).effect(new Effect.DuplicateHit(field));
            }
        }
        return draft;
    }

    private static Draft whatToChange(State.Confirming state) {
        return Draft.to(new State.Confirming(state.registration(), 0, Optional.of(new Pending.WhatToChange())));
    }

    private static Draft summary(State.Confirming state) {
        return Draft.to(new State.Confirming(state.registration(), 0, Optional.empty()));
    }

    private Draft correct(State.Confirming state, Field field) {
        Registration registration = state.registration();
        return collecting.correct(registration.notice(), registration.answers(), field);
    }

    private Draft again(State.Confirming state, String key) {
        return Draft.to(state.triedAgain()).say(sentences.say(key, state.tries()));
    }

    private Draft ordered(State.Confirming state, Heard.Command command) {
        return switch (command) {
            case BACK -> state.pending().isEmpty() ? correct(state, Field.PROFILE) : summary(state);
            case CANCEL -> Draft.to(state.with(Optional.of(new Pending.ReallyCancel(state.pending()))));
            case RESTART -> collecting.restart(state.registration().notice());
            case HELP -> again(state, "help.confirming");
        };
    }
}
