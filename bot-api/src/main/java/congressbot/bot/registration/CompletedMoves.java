package congressbot.bot.registration;

import congressbot.bot.registration.Pending.WhichRegistration;
import congressbot.bot.registration.Pending.WhichRegistration.Deed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/// After the registration.
final class CompletedMoves {
    private final Sentences sentences;
    private final Taking taking;
    private final CollectingMoves collecting;
    private final ConfirmingMoves confirming;

    CompletedMoves(Sentences sentences, Taking taking, CollectingMoves collecting, ConfirmingMoves confirming) {
        this.sentences = sentences;
        this.taking = taking;
        this.collecting = collecting;
        this.confirming = confirming;
    }

    Draft next(State.Completed state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Ordered ordered -> ordered(state, ordered.command(), facts);
            case Heard.Wish _ -> again(state, "completed.already");
            case Heard.WishForAnother another ->
                collecting.begin(another.told(), facts, Optional.of(new Followup.Another(state.participant())));
            case Heard.Greeting _ -> again(state, "completed.greeting");
            case Heard.SomethingWrong _ -> concerning(state, Deed.CHANGE, facts);
            case Heard.ToChange _, Heard.Given _, Heard.ThisPhone _ -> change(state, heard, facts);
            case Heard.Picked picked -> picked(state, picked.registration());
            case Heard.Yes _, Heard.No _, Heard.Keep _ -> again(closed(state), "completed.nothing-open");
            case Heard.NoCpf _, Heard.Unclear _ -> again(state, "completed.unclear");
        };
    }

    /// The whole form is filled in, and the summary wants another yes.
    private Draft change(State.Completed state, Heard.Meant heard, Facts facts) {
        Optional<Registered> one = only(state, facts);
        if (one.isEmpty()) {
            return concerning(state, Deed.CHANGE, facts);
        }
        Optional<Followup> followup = Optional.of(
                new Followup.Change(one.get().number(), Optional.of(one.get().registration())));
        State.Confirming summary = new State.Confirming(one.get().registration(), 0, Optional.empty(), followup);
        return confirming.next(summary, heard, facts);
    }

    /// The registration that is meant: the one picked, or the only one.
    private static Optional<Registered> only(State.Completed state, Facts facts) {
        boolean picked = state.pending().orElse(null) instanceof Pending.WhatToChange;
        List<Registered> all = facts.registrations();
        return all.stream()
                .filter(one -> all.size() == 1 || (picked && one.number() == state.participant()))
                .findFirst();
    }

    /// Asks whom it concerns where several people were registered in this chat.
    private Draft concerning(State.Completed state, Deed deed, Facts facts) {
        List<Registered> all = facts.registrations();
        return switch (all.size()) {
            case 0 -> gone(state);
            case 1 -> picked(deed, all.getFirst().number());
            default -> {
                List<WhichRegistration.Entry> entries = all.stream()
                        .map(one -> new WhichRegistration.Entry(
                                one.number(), one.registration().name().value()))
                        .toList();
                boolean asked = state.pending().orElse(null) instanceof WhichRegistration;
                State again = asked ? state.triedAgain() : state;
                yield Draft.to(again.with(Optional.of(new WhichRegistration(entries, deed))));
            }
        };
    }

    private Draft picked(State.Completed state, long number) {
        return state.pending().orElse(null) instanceof WhichRegistration which
                ? picked(which.deed(), number)
                : again(state, "completed.unclear");
    }

    private static Draft picked(Deed deed, long number) {
        Pending question = switch (deed) {
            case CHANGE -> new Pending.WhatToChange();
            case CANCEL -> new Pending.ReallyCancel(Optional.empty());
        };
        return Draft.to(new State.Completed(number, 0, Optional.of(question)));
    }

    /// The organisers cancelled it meanwhile.
    private Draft gone(State.Completed state) {
        return Draft.to(State.START)
                .say(sentences.say("completed.gone", 0, Map.of("number", String.valueOf(state.participant()))));
    }

    private Draft ordered(State.Completed state, Heard.Command command, Facts facts) {
        return switch (command) {
            case BACK -> again(closed(state), "back.nothing");
            case CANCEL -> concerning(state, Deed.CANCEL, facts);
            case RESTART -> again(state, "completed.already");
            case HELP -> again(state, "help.completed");
            case MY_DATA -> shown(state, facts);
            case EXPORT -> mailed(shown(state, facts), "data-mailed", state, facts, Effect.SendData::new);
            case RESEND ->
                facts.registrations().isEmpty()
                        ? gone(state)
                        : mailed(Draft.to(done(state)), "resent", state, facts, Effect.ResendConfirmation::new);
            case ERASE -> Draft.to(state.with(Optional.of(new Pending.ReallyErase(Optional.empty()))));
        };
    }

    private Draft shown(State.Completed state, Facts facts) {
        if (facts.registrations().isEmpty()) {
            return gone(state);
        }
        Draft draft = Draft.to(done(state));
        for (Registered one : facts.registrations()) {
            draft = draft.say(sentences.say(
                    "completed.data",
                    0,
                    Map.of(
                            "number",
                            String.valueOf(one.number()),
                            "values",
                            taking.listed(one.registration().answers()))));
        }
        return draft;
    }

    private Draft mailed(Draft draft, String key, State.Completed state, Facts facts, LongFunction<Effect> effect) {
        if (facts.registrations().isEmpty()) {
            return draft;
        }
        String emails = String.join(
                ", ",
                facts.registrations().stream()
                        .map(one -> one.registration().email().value())
                        .distinct()
                        .toList());
        return draft.say(sentences.say(key, state.tries(), Map.of("email", emails)))
                .effect(facts.registrations().stream()
                        .map(one -> effect.apply(one.number()))
                        .toList());
    }

    /// Without the question that stood in between.
    private static State.Completed closed(State.Completed state) {
        return new State.Completed(state.participant(), state.tries(), Optional.empty());
    }

    private static State.Completed done(State.Completed state) {
        return new State.Completed(state.participant(), state.tries() + 1, Optional.empty());
    }

    private Draft again(State.Completed state, String key) {
        return Draft.to(state.triedAgain())
                .explain(sentences.say(key, state.tries(), Map.of("number", String.valueOf(state.participant()))));
    }
}
