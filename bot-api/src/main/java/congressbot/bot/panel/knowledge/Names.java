package congressbot.bot.panel.knowledge;

import congressbot.bot.knowledge.Shelf;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How documents are called on pages and in their paths.
final class Names {
    static final String PATH = Panel.PATH + "/conhecimento";
    private static final String CONGRESS = "congress.yaml";

    private Names() {}

    static String shown(String name) {
        return name.equals(Shelf.CONGRESS) ? CONGRESS : name;
    }

    static String path(String name) {
        return PATH + "/"
                + URLEncoder.encode(shown(name), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The document that a call is about, whether it is there or not; each has one path.
    static String of(Visit visit) {
        String called = visit.call().pathParam("nome").replace("\0", "");
        return switch (called) {
            case CONGRESS -> Shelf.CONGRESS;
            case Shelf.CONGRESS -> "";
            default -> called;
        };
    }
}
