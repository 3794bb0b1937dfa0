package congressbot.bot.panel.chats;

import congressbot.bot.attention.Alert;
import congressbot.bot.attention.Alerts;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The bell of every page: it asks every few seconds what is to be looked at.
final class Bell {
    private final Alerts alerts;
    private final Pages pages;

    Bell(Alerts alerts, Pages pages) {
        this.alerts = alerts;
        this.pages = pages;
    }

    void show(Visit visit) {
        List<Alert> open = alerts.open(visit.congress());
        int chats = alerts.count(visit.congress());
        String mark = mark(open, chats);
        if (mark.equals(visit.query("visto"))) {
            visit.call().status(HttpStatus.NO_CONTENT); // the page stays as it is, with what is open in it
        } else {
            pages.show(visit, "chats/rung", Map.of("alerts", open, "chats", chats, "mark", mark));
        }
    }

    /// Tells one answer from another.
    private static String mark(List<Alert> open, int chats) {
        return chats + "-"
                + open.stream()
                        .map(alert -> Objects.hash(alert.id(), alert.raisedAt()))
                        .reduce(0, (sum, one) -> 31 * sum + one);
    }
}
