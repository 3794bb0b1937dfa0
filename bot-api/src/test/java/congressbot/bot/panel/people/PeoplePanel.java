package congressbot.bot.panel.people;

import congressbot.bot.office.Importer;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.participant.ListSource;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Places;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongues;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The panel with the pages of registrations.
final class PeoplePanel {
    private static final Places PLACES = Places.of(Municipalities.load());
    private static final Tongues TONGUES = Tongues.load();
    private static final String BOUNDARY = "----the-end-of-a-part";

    private PeoplePanel() {}

    static OpenPanel open() {
        return reading(UnaryOperator.identity());
    }

    /// One whose lists cannot be read any more after so many queries.
    static OpenPanel losingItsDatabaseAfter(int queries) {
        AtomicInteger left = new AtomicInteger(queries);
        return reading(jdbi -> Jdbi.create(() -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new SQLException("gone", "57P01");
                    }
                    return jdbi.open().getConnection();
                })
                .installPlugin(new PostgresPlugin()));
    }

    /// One whose lists are read in a replica.
    static OpenPanel with(Jdbi replica) {
        return over(panel -> new ListSource(panel.jdbi, Optional.of(replica), panel.time));
    }

    private static OpenPanel reading(UnaryOperator<Jdbi> reading) {
        return over(panel -> new ListSource(reading.apply(panel.jdbi), Optional.empty(), panel.time));
    }

    private static OpenPanel over(Function<OpenPanel, ListSource> source) {
        return OpenPanel.with(panel -> List.of(new PeoplePages(
                panel.jdbi,
                source.apply(panel),
                Importer.Rules.of(
                        panel.receptions::congress,
                        PLACES,
                        TONGUES.of(Language.PORTUGUESE).words(),
                        OfficeWords.load(panel.pages.wording()::channel)),
                panel.pages,
                panel.time)));
    }

    /// Sends a file as a browser does.
    static HttpResponse<String> upload(Browser browser, String name, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
                + browser.formToken()
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"arquivo\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] begin = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[begin.length + content.length + end.length];
        System.arraycopy(begin, 0, body, 0, begin.length);
        System.arraycopy(content, 0, body, begin.length, content.length);
        System.arraycopy(end, 0, body, begin.length + content.length, end.length);
        return browser.send(browser.to("/painel/inscritos/importar")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
