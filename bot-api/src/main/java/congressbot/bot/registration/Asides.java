package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.Locale;
import java.util.Optional;

/// Answers to what stands beside the registration; the open question stays.
final class Asides {
    private final Sentences sentences;

    Asides(Sentences sentences) {
        this.sentences = sentences;
    }

    Draft next(State state, Heard.Aside heard, Facts facts) {
        return switch (heard) {
            case Heard.Silence _ -> Draft.to(state).quiet();
            case Heard.Question question -> question(state, question.text(), facts.answer());
            case Heard.PersonAsked _ ->
                Draft.to(state.triedAgain())
                        .say(sentences.say("person", state.tries()))
                        .effect(new Effect.PersonWanted());
            case Heard.Speak _ -> spoken(state);
            case Heard.UnsureLanguage _ ->
                Draft.to(state.triedAgain().with(Optional.of(new Pending.WhichLanguage())))
                        .explain(sentences.say("greeting.short", 0));
            case Heard.Unreadable unreadable ->
                invited(state).explain(sentences.say("unreadable." + lower(unreadable.media()), state.tries()));
            case Heard.SmallTalk small -> {
                Draft draft = Draft.to(state.triedAgain())
                        .explain(sentences.say("talk." + lower(small.talk()), state.tries()));
                yield state instanceof State.Idle ? draft.quiet() : draft;
            }
        };
    }

    /// The open question follows, in the other language.
    private Draft spoken(State state) {
        boolean asked = state.pending().orElse(null) instanceof Pending.WhichLanguage;
        State open = asked ? state.with(Optional.empty()) : state;
        State next = open instanceof State.Idle ? open.with(Optional.of(new Pending.WantToRegister())) : open;
        return Draft.to(next).explain(sentences.say("language", 0));
    }

    private Draft question(State state, String question, Optional<Text> answer) {
        return answer.map(text -> invited(state).say(text.at(state.tries())))
                .orElseGet(() -> invited(state)
                        .say(sentences.say("unanswered", state.tries()))
                        .effect(new Effect.Unanswered(question)));
    }

    /// Who has nothing under way is asked whether to register.
    private static Draft invited(State state) {
        State next = state.triedAgain();
        return Draft.to(next instanceof State.Idle ? next.with(Optional.of(new Pending.WantToRegister())) : next);
    }

    private static String lower(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
