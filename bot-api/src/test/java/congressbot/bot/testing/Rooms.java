package congressbot.bot.testing;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.text.Tongues;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The congress that ships with the project, ready to talk about.
public final class Rooms {
    private static final Tongues TONGUES = Tongues.load();
    private static final Receptions SAMPLE = read();

    private Rooms() {}

    public static Receptions sample() {
        return SAMPLE;
    }

    private static Receptions read() {
        Congress congress = Congresses.read(Path.of("../congress"), URI.create("http://localhost:8080"))
                .getFirst();
        return new Receptions(List.of(new Reception(congress, Municipalities.load(), TONGUES)));
    }
}
