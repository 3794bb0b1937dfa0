package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.wire.message.Option;
import congressbot.wire.message.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open question of every state.
final class Prompts {
    private static final int TAIL = 4;

    private final Sentences sentences;
    private final Offers offers;

    Prompts(Sentences sentences, Offers offers) {
        this.sentences = sentences;
        this.offers = offers;
    }

    /// The move that a draft becomes with its question.
    Move complete(Draft draft, Facts facts) {
        Optional<Text> question = draft.asks() ? question(draft.next(), facts) : Optional.empty();
        List<Option> options = question.isEmpty()
                ? List.of()
                : offers.of(draft.next()).stream().map(Offer::option).toList();
        return new Move(draft.next(), draft.says(), question, options, draft.effects(), wantsToBeSeen(draft));
    }

    /// What a later message could decide must have been seen first.
    private static boolean wantsToBeSeen(Draft draft) {
        boolean summary = draft.next() instanceof State.Confirming confirming
                && confirming.pending().isEmpty()
                && confirming.tries() == 0;
        boolean cancelling = draft.next().pending().orElse(null) instanceof Pending.ReallyCancel;
        boolean registered = draft.effects().stream().anyMatch(effect -> effect instanceof Effect.Register);
        return summary || cancelling || registered;
    }

    private Optional<Text> question(State state, Facts facts) {
        return state.pending().map(pending -> question(pending, state.tries())).or(() -> switch (state) {
            case State.Idle _, State.Completed _ -> Optional.empty();
            case State.Collecting collecting -> Optional.of(field(collecting, facts));
            case State.Confirming confirming -> Optional.of(summary(confirming));
        });
    }

    private Text question(Pending pending, int tries) {
        return switch (pending) {
            case Pending.WantToRegister _ -> sentences.say("ask.register", Math.max(0, tries - 1));
            case Pending.DidYouMean slip -> didYouMean(slip, tries);
            case Pending.ChooseOne choice ->
                sentences.say(
                        "ask.state",
                        tries,
                        Map.of("city", choice.candidates().getFirst().name()));
            case Pending.WhatToChange _ -> sentences.say("ask.what-to-change", tries);
            case Pending.ReallyCancel _ -> sentences.say("ask.really-cancel", tries);
        };
    }

    private Text didYouMean(Pending.DidYouMean slip, int tries) {
        return sentences.say(
                "ask.did-you-mean", tries, Map.of("suggested", slip.suggested().shown()));
    }

    private Text field(State.Collecting state, Facts facts) {
        String key = "ask." + state.asked().key();
        if (state.asked() == Field.PHONE && facts.chatPhone().isPresent()) {
            return sentences.say(
                    key + "-or-this",
                    state.tries(),
                    Map.of("tail", tail(facts.chatPhone().get())));
        }
        return sentences.say(key, state.tries());
    }

    private static String tail(PhoneNumber phone) {
        return phone.value().substring(phone.value().length() - TAIL);
    }

    private Text summary(State.Confirming state) {
        if (state.tries() > 0) {
            return sentences.say("ask.confirm", state.tries() - 1);
        }
        Map<String, String> values = new HashMap<>();
        state.registration().answers().byField().forEach((field, answer) -> values.put(field.key(), answer.shown()));
        return sentences.say("ask.summary", 0, values);
    }
}
