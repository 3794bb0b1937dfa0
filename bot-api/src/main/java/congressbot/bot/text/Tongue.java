package congressbot.bot.text;

/// One language, to hear and to speak it.
public record Tongue(Language language, Words words, Texts texts) {
    static Tongue load(Language language) {
        return new Tongue(language, Words.load(language), Texts.load(language));
    }
}
