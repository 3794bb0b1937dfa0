package congressbot.bot.registration;

import java.util.Map;
import java.util.Optional;

/// What people order while fields are asked.
final class CollectingOrders {
    private final Sentences sentences;
    private final Taking taking;
    private final Failures failures;

    CollectingOrders(Sentences sentences, Taking taking, Failures failures) {
        this.sentences = sentences;
        this.taking = taking;
        this.failures = failures;
    }

    Draft next(State.Collecting state, Heard.Command command) {
        return switch (command) {
            case BACK -> back(state);
            case CANCEL -> cancel(state);
            case RESTART -> restart(Form.of(state));
            case HELP -> failures.again(state, "help.collecting");
            case MY_DATA, EXPORT -> data(state);
            case ERASE -> Draft.to(state.with(Optional.of(new Pending.ReallyErase(state.pending()))));
            case RESEND -> failures.again(state, "resend.not-yet");
        };
    }

    private Draft back(State.Collecting state) {
        if (state.pending().isPresent()) {
            return Draft.to(state.triedAgain().with(Optional.empty()));
        }
        if (state.correcting()) {
            return Draft.to(Form.of(state).next());
        }
        return state.asked()
                .before()
                .map(field -> correct(Form.of(state), field))
                .orElseGet(() -> failures.again(state, "back.first"));
    }

    private Draft cancel(State.Collecting state) {
        return state.answers().none() && state.followup().isEmpty()
                ? Draft.to(State.START).say(sentences.say("cancelled", 0))
                : Draft.to(state.with(Optional.of(new Pending.ReallyCancel(state.pending()))));
    }

    private Draft data(State.Collecting state) {
        return state.answers().none()
                ? failures.again(state, "data-so-far.none")
                : Draft.to(state.triedAgain())
                        .say(sentences.say("data-so-far", 0, Map.of("values", taking.listed(state.answers()))));
    }

    /// Everything once more; the privacy notice was read.
    Draft restart(Form form) {
        return Draft.to(form.with(Answers.NONE).next()).say(sentences.say("restarted", 0));
    }

    /// One field once more; "keep" and "back" leave it as it was.
    Draft correct(Form form, Field field) {
        Draft draft = Draft.to(form.asking(field));
        return form.answers()
                .of(field)
                .map(answer -> draft.explain(sentences.say("value-so-far", 0, Map.of("value", answer.shown()))))
                .orElse(draft);
    }
}
