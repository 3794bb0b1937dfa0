package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the lists of what the bridge stores, newest first, page after page.
final class GowaLists {
    private static final Duration ASK = Duration.ofSeconds(10);

    /// The bridge gives a hundred at most; of the longest texts so many fit into [#MAX_PAGE].
    static final int PAGE = 50;

    private static final int MAX_PAGE = 16 * 1024 * 1024;

    /// The bridge compares times as texts, those that it stored in its own time zone with ours: asked
    /// from an earlier moment on it leaves nothing out, wherever it runs, and what is too old is
    /// dropped here.
    private static final Duration ZONES = Duration.ofHours(15);

    private final GowaApi api;

    GowaLists(GowaApi api) {
        this.api = api;
    }

    /// What became of reading a list.
    sealed interface Read {}

    /// All that was wanted.
    ///
    /// @param more there may be more than was allowed to be read
    /// @param total of the whole list, whatever was wanted of it
    record Rows(List<Fields> rows, boolean more, long total) implements Read {
        Rows {
            rows = List.copyOf(rows);
        }
    }

    record Failed(Exchange exchange) implements Read {}

    /// @param query ends where a parameter may follow
    /// @param most rows that are read
    /// @param wanted a page without any of these is the last one
    Read read(String query, int most, Predicate<Fields> wanted) {
        List<Fields> rows = new ArrayList<>();
        long total = 0;
        for (int offset = 0; offset < most; offset += PAGE) {
            Exchange exchange = api.send(Call.get(api.at(query + "limit=" + PAGE + "&offset=" + offset), ASK)
                    .reading(MAX_PAGE));
            Optional<Fields> results = GowaApi.results(exchange);
            if (results.isEmpty()) {
                return new Failed(exchange);
            }
            List<Fields> page = results.get().objects("data").toList();
            page.stream().filter(wanted).forEach(rows::add);
            total = total(results.get(), page.size());
            if (page.size() < PAGE || page.stream().noneMatch(wanted)) {
                return new Rows(rows, false, total);
            }
        }
        return new Rows(rows, true, total);
    }

    /// The messages of a chat.
    ///
    /// @param more parameters, each with `&` behind it
    Read messages(Jid chat, String more, Instant since, int most, Predicate<Fields> wanted) {
        String start = GowaApi.encoded(since.minus(ZONES).toString());
        String path = "/chat/" + GowaApi.segment(chat.address()) + "/messages?start_time=" + start + "&" + more;
        return read(path, most, wanted);
    }

    private static long total(Fields results, int atLeast) {
        return results.object("pagination")
                .flatMap(pagination -> pagination.number("total"))
                .map(Double::longValue)
                .orElse((long) atLeast);
    }
}
