package congressbot.bot.registration;

import congressbot.bot.text.Text;
import java.util.Locale;
import java.util.Map;
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
            case Heard.EditedElsewhere _ -> Draft.to(state).explain(sentences.say("edited-elsewhere", state.tries()));
            case Heard.Question _ -> question(state, facts.answer());
            case Heard.PersonAsked _ ->
                Draft.to(state.triedAgain())
                        .say(sentences.say("person", state.tries()))
                        .say(sentences.attended())
                        .effect(new Effect.PersonWanted(Effect.Why.ASKED));
            case Heard.Speak _ -> spoken(state);
            case Heard.UnsureLanguage _ ->
                Draft.to(state.triedAgain().with(Optional.of(new Pending.WhichLanguage())))
                        .explain(sentences.say("greeting.short", 0));
            case Heard.Unreadable(var media) -> {
                Text sentence = unreadable(state, media, facts);
                // Nobody knows what was said, so no later message makes up for it.
                yield media == Heard.Media.AUDIO
                        ? invited(state).say(sentence)
                        : invited(state).explain(sentence);
            }
            case Heard.SmallTalk small -> {
                Text sentence = sentences.say("talk." + lower(small.talk()), state.tries());
                Draft draft = small.talk() == Heard.Talk.INSULT
                        ? insulted(state, sentence)
                        : Draft.to(state.triedAgain()).explain(sentence);
                yield state instanceof State.Idle ? draft.quiet() : draft;
            }
        };
    }

    private Draft insulted(State state, Text sentence) {
        return Draft.to(state.triedAgain())
                .say(sentence)
                .say(sentences.attended())
                .effect(new Effect.PersonWanted(Effect.Why.INSULT));
    }

    /// The open question follows, in the other language.
    private Draft spoken(State state) {
        boolean asked = state.pending().orElse(null) instanceof Pending.WhichLanguage;
        State open = asked ? state.with(Optional.empty()) : state;
        State next = open instanceof State.Idle ? open.with(Optional.of(new Pending.WantToRegister())) : open;
        return Draft.to(next).explain(sentences.say("language", 0));
    }

    private Draft question(State state, Optional<Text> answer) {
        return answer.map(text -> invited(state).say(text.at(state.tries())))
                .orElseGet(() -> invited(state).say(sentences.say("unanswered", state.tries())));
    }

    /// An image that somebody looked at is told of.
    private Text unreadable(State state, Heard.Media media, Facts facts) {
        return facts.picture()
                .filter(_ -> media == Heard.Media.IMAGE)
                .map(shown -> sentences.say("picture.seen", state.tries(), Map.of("picture", shown)))
                .orElseGet(() -> sentences.say("unreadable." + lower(media), state.tries()));
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
