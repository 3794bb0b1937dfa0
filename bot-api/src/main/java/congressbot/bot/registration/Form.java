package congressbot.bot.registration;

import java.util.Optional;

/// What lies under the question that is open: the answers so far, and what they are for.
record Form(Notice notice, Answers answers, Optional<Followup> followup) {
    static Form of(State.Collecting state) {
        return new Form(state.notice(), state.answers(), state.followup());
    }

    static Form of(State.Confirming state) {
        return new Form(state.registration().notice(), state.registration().answers(), state.followup());
    }

    Form with(Answers others) {
        return new Form(notice, others, followup);
    }

    /// A field is asked, for the first time.
    State.Collecting asking(Field field) {
        return new State.Collecting(notice, answers, field, 0, Optional.empty(), followup);
    }

    /// The next question: the first field that is missing, or the summary.
    State next() {
        return answers.complete(notice)
                .<State>map(registration -> new State.Confirming(registration, 0, Optional.empty(), followup))
                .orElseGet(() -> asking(answers.firstMissing().orElseThrow()));
    }
}
