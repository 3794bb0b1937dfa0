package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Places;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongue;
import congressbot.bot.text.Tongues;
import congressbot.wire.message.Content;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Talks about one congress, in the language of whoever writes.
public final class Reception {
    private final Congress congress;
    private final Tongues tongues;
    private final Map<Language, Speaker> speakers = new EnumMap<>(Language.class);

    public Reception(Congress congress, Municipalities municipalities, Tongues tongues) {
        this.congress = congress;
        this.tongues = tongues;
        Places places = Places.of(municipalities);
        for (Language language : Language.values()) {
            Tongue tongue = tongues.of(language);
            Dialogue dialogue = new Dialogue(congress, municipalities, places, tongue.words(), tongue.texts());
            speakers.put(
                    language,
                    new Speaker(language, dialogue, new CongressFacts(congress, tongue.words()), tongue.texts()));
        }
    }

    /// What was understood, and in which language the chat goes on.
    public record Understood(Heard heard, Language language) {}

    public Congress congress() {
        return congress;
    }

    public Speaker in(Language language) {
        return Objects.requireNonNull(speakers.get(language), "nobody speaks " + language);
    }

    /// Understands a message. The language is chosen by the first words of a chat; later by request, or when a whole
    /// sentence is clearly in another one.
    public Understood hear(Content content, State state, Language current) {
        Optional<String> words = Dialogue.words(content);
        Optional<Language> asked = words.flatMap(tongues::asked);
        if (asked.isPresent()) {
            return new Understood(new Heard.Speak(asked.get()), asked.get());
        }
        boolean fresh = state instanceof State.Idle
                && state.tries() == 0
                && state.pending().isEmpty();
        if (fresh && words.isPresent()) {
            return switch (tongues.first(words.get())) {
                case Tongues.Guess.Clear(var language) -> heard(content, state, language);
                case Tongues.Guess.Unsure() -> new Understood(new Heard.UnsureLanguage(), current);
                case Tongues.Guess.NoSign() -> heard(content, state, current);
            };
        }
        Language changed = words.flatMap(text -> tongues.changed(text, current)).orElse(current);
        return heard(content, state, changed);
    }

    private Understood heard(Content content, State state, Language language) {
        Heard heard = in(language).dialogue().hear(content, state);
        return heard instanceof Heard.Speak(var picked)
                ? new Understood(heard, picked)
                : new Understood(heard, language);
    }
}
