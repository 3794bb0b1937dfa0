package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.figures.Asks;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Places;
import congressbot.bot.registration.Revision;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Tongue;
import congressbot.bot.text.Tongues;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Talks about one congress, in the language of whoever writes.
public final class Reception {
    private final Congress congress;
    private final Tongues tongues;
    private final Places places;
    private final Map<Language, Speaker> speakers = new EnumMap<>(Language.class);

    public Reception(Congress congress, Municipalities municipalities, Tongues tongues) {
        this.congress = congress;
        this.tongues = tongues;
        this.places = Places.of(municipalities);
        for (Language language : Language.values()) {
            Tongue tongue = tongues.of(language);
            Dialogue dialogue = new Dialogue(congress, municipalities, places, tongue.words(), tongue.texts());
            speakers.put(
                    language,
                    new Speaker(
                            language,
                            dialogue,
                            new CongressFacts(congress, tongue.words()),
                            tongue.texts(),
                            Asks.load(language, municipalities.stateNames(), congress.profiles())));
        }
    }

    /// What was understood, and in which language the chat goes on.
    public record Understood(Heard heard, Language language) {}

    /// Reads values as organisers write them.
    FieldReader fields() {
        return new FieldReader(
                congress.profiles(), places, tongues.of(Language.PORTUGUESE).words());
    }

    public Congress congress() {
        return congress;
    }

    public Speaker in(Language language) {
        return Objects.requireNonNull(speakers.get(language), "nobody speaks " + language);
    }

    /// Understands a message. The language is chosen by the first words of a chat; later by request,
    /// or when a whole sentence is clearly in another one.
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

    /// Understands that an answer was changed afterwards.
    Heard revised(Revision revision, State state, Language language) {
        return in(language).dialogue().revised(revision, state);
    }

    /// Whether somebody calls the bot back, in the language of the chat.
    public enum Calls {
        NOBODY,
        /// "Go on", whoever it is said to.
        ANYBODY,
        THE_BOT
    }

    Calls calls(Content content, Language language) {
        Words words = tongues.of(language).words();
        Optional<String> said = Dialogue.words(content);
        if (said.filter(text -> words.is(Meaning.RESUME, text)).isPresent()) {
            return Calls.THE_BOT;
        }
        return said.filter(text -> words.is(Meaning.CONTINUE, text)).isPresent() ? Calls.ANYBODY : Calls.NOBODY;
    }

    private Understood heard(Content content, State state, Language language) {
        Heard heard = in(language).dialogue().hear(content, state);
        return heard instanceof Heard.Speak(var picked)
                ? new Understood(heard, picked)
                : new Understood(heard, language);
    }
}
