package congressbot.bot.panel.chats;

import congressbot.bot.attention.Bubble;
import congressbot.bot.attention.ChatReader;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import congressbot.bot.panel.chats.ChatPage.Standing;
import congressbot.bot.registration.Covering;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// What happens in a chat while somebody looks at it, as server-sent events: `bubble` is a message that is new or has
/// come further, `state` is who answers. A stream ends after half a minute and the browser asks for the next one, with
/// the last event that it saw: so it ends with the session, too.
final class Live {
    /// Streams of one account at once: as many as somebody opens windows.
    private static final int MOST_OF_ONE = 8;

    /// Streams of everybody: each asks the database every second.
    private static final int MOST = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final ChatReader reader;
    private final Pages pages;
    private final ChatPage page;
    private final Map<Long, AtomicInteger> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    Live(ChatReader reader, Pages pages, ChatPage page) {
        this.reader = reader;
        this.pages = pages;
        this.page = page;
    }

    void tell(Visit visit) throws IOException {
        Optional<Standing> first = page.standing(visit);
        if (first.isEmpty()) {
            pages.notFound(visit);
            return;
        }
        AtomicInteger own = open.computeIfAbsent(visit.account().id(), _ -> new AtomicInteger());
        int mine = own.incrementAndGet();
        int ours = all.incrementAndGet();
        try {
            if (mine <= MOST_OF_ONE && ours <= MOST) {
                watch(visit, first.get().head().id());
            } else {
                visit.call().status(HttpStatus.TOO_MANY_REQUESTS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the process stops; the browser asks the next one
        } finally {
            own.decrementAndGet();
            all.decrementAndGet();
        }
    }

    private void watch(Visit visit, long chat) throws IOException, InterruptedException {
        HttpServletResponse response = visit.call().res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy passes each event on at once
        Watch watch = new Watch(visit, response.getOutputStream(), chat, visit.wantsWholeCpf(), new Seen(after(visit)));
        try {
            for (int look = 0; look < Poll.LOOKS; look++) {
                Optional<Standing> standing = page.standing(visit, chat);
                if (standing.isEmpty()) {
                    return;
                }
                tell(watch, standing.get());
                Poll.pause();
            }
        } catch (IOException _) {
            // The browser left.
        }
    }

    /// What one stream tells.
    ///
    /// @param whole the reader asked for CPFs in full, and may see them
    private record Watch(Visit visit, OutputStream out, long chat, boolean whole, Seen seen) {
        /// A comment when the event is empty: who left is noticed by it.
        void send(String event, String data) throws IOException {
            StringBuilder lines = new StringBuilder();
            if (event.isEmpty()) {
                lines.append(":\n");
            } else {
                lines.append("event: ")
                        .append(event)
                        .append("\nid: ")
                        .append(seen.mark())
                        .append('\n');
                data.lines().forEach(line -> lines.append("data: ").append(line).append('\n'));
            }
            out.write(lines.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private void tell(Watch watch, Standing standing) throws IOException {
        List<Bubble> news = reader.transcript(watch.visit().congress(), watch.chat(), OptionalLong.empty()).stream()
                .filter(watch.seen()::isNews)
                .toList();
        if (!news.isEmpty()) {
            tell(watch, standing, news);
        }
        String state = pages.part(watch.visit(), "chats/state", Map.of("standing", standing));
        if (watch.seen().isNewState(state)) {
            watch.send("state", state);
        } else {
            watch.send("", "");
        }
    }

    private void tell(Watch watch, Standing standing, List<Bubble> news) throws IOException {
        Covering covering = reader.covering(watch.visit().congress(), watch.chat());
        if (watch.whole() && news.stream().anyMatch(bubble -> bubble.hasDocument(covering))) {
            page.noteReading(watch.visit(), watch.chat());
        }
        for (Bubble bubble : news) {
            Bubble shown = watch.whole() ? bubble : bubble.covered(covering);
            Map<String, Object> values = Map.of("bubble", shown, "standing", standing);
            watch.send("bubble", pages.part(watch.visit(), "chats/bubble", values));
        }
    }

    /// The last message that the browser has: of an earlier stream, or of the page.
    private static long after(Visit visit) {
        return Optional.ofNullable(visit.call().header("Last-Event-ID"))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .orElseGet(() -> visit.queryNumber("depois").orElse(0));
    }

    /// What one browser has been told. Of older messages of ours it may have missed how far they came.
    private static final class Seen {
        private final Map<Long, Bubble.Delivery> deliveries = new HashMap<>();
        private final long before;
        private long last;
        private String state = "";

        Seen(long before) {
            this.before = before;
            this.last = before;
        }

        boolean isNews(Bubble bubble) {
            Bubble.Delivery known = deliveries.put(bubble.id(), bubble.delivery());
            last = Math.max(last, bubble.id());
            boolean missed = bubble.id() > before || bubble.by() != Bubble.By.PERSON;
            return known == null ? missed : known != bubble.delivery();
        }

        boolean isNewState(String html) {
            boolean changed = !Objects.equals(state, html);
            state = html;
            return changed;
        }

        /// Under which the browser goes on in the next stream.
        String mark() {
            return Long.toString(last);
        }
    }
}
