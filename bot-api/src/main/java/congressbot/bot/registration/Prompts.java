package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.wire.message.Option;
import congressbot.wire.message.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open question of every state.
final class Prompts {
    private static final int TAIL = 4;

    private final Sentences sentences;
    private final Taking taking;
    private final Offers offers;
    private final Texts texts;

    Prompts(Sentences sentences, Taking taking, Offers offers, Texts texts) {
        this.sentences = sentences;
        this.taking = taking;
        this.offers = offers;
        this.texts = texts;
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
        boolean losing = draft.next().pending().orElse(null) instanceof Pending.Between;
        boolean stored = draft.effects().stream().anyMatch(Prompts::isFinal);
        return summary || losing || stored;
    }

    private static boolean isFinal(Effect effect) {
        return effect instanceof Effect.Register || effect instanceof Effect.Amend || effect instanceof Effect.Erase;
    }

    private Optional<Text> question(State state, Facts facts) {
        return state.pending().map(pending -> question(pending, state)).or(() -> switch (state) {
            case State.Idle _, State.Completed _ -> Optional.empty();
            case State.Collecting collecting -> Optional.of(field(collecting, facts));
            case State.Confirming confirming -> Optional.of(summary(confirming));
        });
    }

    private Text question(Pending pending, State state) {
        int tries = state.tries();
        return switch (pending) {
            case Pending.WantToRegister _ -> sentences.say("ask.register", Math.max(0, tries - 1));
            case Pending.DidYouMean slip -> didYouMean(slip, tries);
            case Pending.HeardByVoice heard -> readBack(heard, tries);
            case Pending.ChooseOne choice -> which(choice, tries);
            case Pending.RestOf rest when rest.field() == Field.CITY -> sentences.say("ask.city", tries);
            case Pending.RestOf rest ->
                sentences.say("ask.rest-of." + rest.field().key(), Math.max(0, tries - 1), Map.of("part", rest.part()));
            case Pending.PassportInstead _ -> sentences.say("ask.passport", tries);
            case Pending.MailToRegistered _ -> sentences.say("ask.mail-to-registered", tries);
            case Pending.WhatToChange _ -> sentences.say("ask.what-to-change", tries);
            case Pending.WhichRegistration _ -> sentences.say("ask.which-registration", tries);
            case Pending.WhichLanguage _ -> sentences.say("ask.which-language", 0);
            case Pending.ReallyCancel _ -> sentences.say(reallyCancel(state), tries);
            case Pending.ReallyErase _ -> sentences.say("ask.really-erase", tries);
            case Pending.ContinueOrRestart _ -> sentences.say("ask.continue-or-restart", tries);
        };
    }

    private Text readBack(Pending.HeardByVoice heard, int tries) {
        return heard.others().isEmpty()
                ? sentences.say(
                        "ask.heard-by-voice",
                        tries,
                        Map.of("value", heard.value().spelled()))
                : sentences.say("ask.heard-by-voice-several", tries, Map.of("values", taking.spelled(heard.answers())));
    }

    private static String reallyCancel(State state) {
        return switch (state) {
            case State.Collecting form when form.followup().isPresent() -> "ask.really-stop";
            case State.Confirming form when form.followup().isPresent() -> "ask.really-stop";
            case State.Idle _, State.Collecting _, State.Confirming _, State.Completed _ -> "ask.really-cancel";
        };
    }

    private Text which(Pending.ChooseOne choice, int tries) {
        Answer first = choice.candidates().getFirst();
        return choice.sharesName() && first instanceof Municipality city
                ? sentences.say("ask.state", tries, Map.of("city", city.name()))
                : sentences.say("ask.which." + first.field().key(), tries);
    }

    /// Some fields have a question of their own: about the ninth digit, about the leading zero.
    private Text didYouMean(Pending.DidYouMean slip, int tries) {
        String own = "ask.did-you-mean." + slip.suggested().field().key();
        return sentences.say(
                texts.variants(own) > 0 ? own : "ask.did-you-mean",
                tries,
                Map.of("suggested", slip.suggested().spelled()));
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
        Answers answers = state.registration().answers();
        return sentences.say("ask.summary", 0, Map.of("values", taking.listed(answers)));
    }
}
