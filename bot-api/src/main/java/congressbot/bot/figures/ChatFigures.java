package congressbot.bot.figures;

import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.IncomingMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Tells organisers totals by chat, and never a name.
public final class ChatFigures {
    /// Channels that vouch for the number of who writes. The HTTP door does not: there anybody may call herself
    /// anything.
    private static final Set<ChannelName> VOUCHING = Set.of(
            new ChannelName("gowa"), new ChannelName("wuzapi"), new ChannelName("meta"), new ChannelName("twilio"));

    /// Lines of one answer.
    private static final int MOST_PARTS = 27;

    private final OrganiserNumbers numbers;
    private final LiveTotals totals;

    public ChatFigures(Jdbi jdbi, InstantSource time) {
        this.numbers = new OrganiserNumbers(jdbi);
        this.totals = new LiveTotals(jdbi, time);
    }

    /// Whether the message comes from an organiser's phone.
    public boolean mayKnow(String congress, IncomingMessage message) {
        return VOUCHING.contains(message.channel())
                && message.phone().filter(phone -> numbers.has(congress, phone)).isPresent();
    }

    /// The answer, in the language of these texts.
    public Text answer(String congress, Ask ask, Texts texts) {
        return ask.by().map(by -> divided(congress, ask, by, texts)).orElseGet(() -> whole(congress, ask, texts));
    }

    private Text whole(String congress, Ask ask, Texts texts) {
        LiveTotals.Totals found = totals.totals(congress, ask);
        return Text.of(
                "figures." + ask.since().word(),
                Map.of(
                        "about", about(ask),
                        "ever", written(found.ever(), texts),
                        "today", written(found.today(), texts),
                        "yesterday", written(found.yesterday(), texts),
                        "week", written(found.week(), texts)));
    }

    private Text divided(String congress, Ask ask, Ask.By by, Texts texts) {
        long all = totals.totals(congress, ask).since(ask.since());
        List<String> lines = new ArrayList<>();
        long told = 0;
        for (LiveTotals.Part part : totals.parts(congress, ask, by, MOST_PARTS)) {
            lines.add("• %s: *%s*".formatted(label(by, part.key(), texts), written(part.value(), texts)));
            told += part.value();
        }
        if (told < all) {
            lines.add(texts.render(Text.of("figures.others", Map.of("count", written(all - told, texts)))));
        }
        return Text.of(
                "figures.by-" + by.word(),
                Map.of(
                        "when",
                                texts.render(
                                        Text.of("figures.when." + ask.since().word())),
                        "about", about(ask),
                        "parts", String.join("\n", lines),
                        "count", written(all, texts)));
    }

    private static String about(Ask ask) {
        List<String> only = new ArrayList<>();
        ask.profile().ifPresent(only::add);
        ask.state().ifPresent(state -> only.add(state.name()));
        return only.isEmpty() ? "" : " (" + String.join(", ", only) + ")";
    }

    private static String label(Ask.By by, String key, Texts texts) {
        String named = "figures.channel." + key;
        return by == Ask.By.CHANNEL && texts.variants(named) > 0 ? texts.render(Text.of(named)) : key;
    }

    private static String written(long number, Texts texts) {
        return String.format(Locale.forLanguageTag(texts.render(Text.of("figures.locale"))), "%,d", number);
    }
}
