package congressbot.bot.registration;

import java.util.Optional;

/// Answers to what was no value: the reason, then more concrete help, then the organisers.
final class Failures {
    /// After so many failures the help gets more concrete.
    private static final int HINT_FROM = 2;

    /// After so many failures the organisers are offered.
    private static final int CONTACT_FROM = 4;

    private final Sentences sentences;

    Failures(Sentences sentences) {
        this.sentences = sentences;
    }

    /// The question is asked again, after a remark.
    Draft again(State.Collecting state, String key) {
        return Draft.to(state.triedAgain()).explain(sentences.say(key, state.tries()));
    }

    /// The message was no attempt at a value.
    Draft unanswered(State.Collecting state) {
        return failed(
                state,
                state.pending()
                        .map(pending -> reason(pending, state.asked()))
                        .orElseGet(() -> state.asked().nothing()));
    }

    private static Reason reason(Pending pending, Field asked) {
        return switch (pending) {
            case Pending.ChooseOne choice -> choice.sharesName() ? Reason.STATE_NOT_OFFERED : asked.notOffered();
            case Pending.PassportInstead _ -> Reason.PASSPORT_MALFORMED;
            case Pending _ -> asked.nothing();
        };
    }

    Draft failed(State.Collecting state, Reason reason) {
        return failed(state, reason, state.pending().filter(Failures::staysOpen));
    }

    /// A question in between that a failed answer leaves open.
    private static boolean staysOpen(Pending pending) {
        return pending instanceof Pending.ChooseOne
                || pending instanceof Pending.PassportInstead
                || pending instanceof Pending.DidYouMean;
    }

    /// @param pending the question in between that is open now
    Draft failed(State.Collecting state, Reason reason, Optional<Pending> pending) {
        State.Collecting next = state.triedAgain().with(pending);
        Draft draft = Draft.to(next).explain(sentences.say(reason.key(), state.tries()));
        if (next.tries() >= CONTACT_FROM) {
            return next.tries() == CONTACT_FROM
                    ? draft.say(sentences.say("person.called", 0))
                            .say(sentences.attended())
                            .effect(new Effect.PersonWanted(Effect.Why.FAILURES))
                    : draft.explain(sentences.say("contact-offered", next.tries() - CONTACT_FROM));
        }
        String hint = "hint." + state.asked().key();
        return next.tries() >= HINT_FROM && pending.isEmpty()
                ? draft.explain(sentences.say(hint, next.tries() - HINT_FROM))
                : draft;
    }
}
