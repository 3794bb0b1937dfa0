package congressbot.bot.panel.chats;

import congressbot.bot.attention.ChatLine;
import congressbot.bot.attention.ChatList;
import congressbot.bot.attention.ChatList.Filter;
import congressbot.bot.attention.ChatList.Position;
import congressbot.bot.attention.ChatList.Wanted;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/painel/conversas`: the chats, newest first.
public final class ListPage {
    /// Longest search, in characters.
    private static final int LONGEST = 80;

    /// Milliseconds since 1970 and a number.
    private static final Pattern POSITION = Pattern.compile("([0-9]{1,14})-([0-9]{1,18})");

    private final ChatList chats;
    private final Pages pages;

    ListPage(ChatList chats, Pages pages) {
        this.chats = chats;
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param query of this list, for its own renewal; empty on further pages, which are not renewed
    /// @param older query of the next page
    public record Listing(
            List<ChatLine> lines,
            Filter filter,
            String words,
            ChatList.Counts counts,
            String query,
            Optional<String> older) {
        public List<Filter> filters() {
            return Arrays.asList(Filter.values());
        }

        /// How many a filter finds that somebody has to look at; 0 where nobody counts.
        public int count(Filter one) {
            return switch (one) {
                case UNREAD -> counts.unread();
                case WAITING -> counts.waiting();
                case TAKEN -> counts.taken();
                case ALL, MINE -> 0;
            };
        }

        public static String word(Filter filter) {
            return filter.name().toLowerCase(Locale.ROOT);
        }
    }

    void show(Visit visit) {
        pages.show(visit, "chats/list", Map.of("listing", listing(visit)));
    }

    void showLines(Visit visit) {
        pages.show(visit, "chats/lines", Map.of("listing", listing(visit)));
    }

    private Listing listing(Visit visit) {
        Filter filter = filter(visit.query("filtro"));
        String typed = visit.query("busca").strip();
        String words = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        Optional<Position> below = position(visit.query("antes"));
        Wanted wanted = new Wanted(visit.congress(), visit.account().id(), filter, words, below);
        List<ChatLine> found = chats.find(wanted);
        List<ChatLine> shown = found.size() > ChatList.PAGE ? found.subList(0, ChatList.PAGE) : found;
        String query = "filtro=" + Listing.word(filter)
                + (words.isEmpty() ? "" : "&busca=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        Optional<String> older = found.size() > ChatList.PAGE
                ? Optional.of(query + "&antes=" + shown.getLast().lastSeen().toEpochMilli() + "-"
                        + shown.getLast().id())
                : Optional.empty();
        return new Listing(shown, filter, words, chats.count(visit.congress()), below.isPresent() ? "" : query, older);
    }

    private static Filter filter(String word) {
        return Arrays.stream(Filter.values())
                .filter(filter -> Listing.word(filter).equals(word))
                .findFirst()
                .orElse(Filter.ALL);
    }

    /// Milliseconds are enough: of those that were seen in the same one, the next page repeats some.
    private static Optional<Position> position(String text) {
        Matcher form = POSITION.matcher(text);
        return form.matches()
                ? Optional.of(new Position(
                        Instant.ofEpochMilli(Long.parseLong(form.group(1)) + 1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
