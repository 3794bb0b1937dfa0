package congressbot.bot.testing;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The congress that ships with the project, ready to talk about.
public final class Rooms {
    private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
    private static final Texts TEXTS = Texts.load(LANGUAGE);
    private static final Receptions SAMPLE = read();

    private Rooms() {}

    public static Receptions sample() {
        return SAMPLE;
    }

    public static Texts texts() {
        return TEXTS;
    }

    private static Receptions read() {
        Words words = Words.load(LANGUAGE);
        Congress congress = Congresses.read(Path.of("../congress"), URI.create("http://localhost:8080"))
                .getFirst();
        return new Receptions(List.of(new Reception(
                congress,
                new Dialogue(congress, Municipalities.load(), words, TEXTS),
                new CongressFacts(congress, words))));
    }
}
