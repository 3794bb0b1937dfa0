package congressbot.bot.panel;

import congressbot.bot.participant.Page;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Position;
import congressbot.bot.participant.Search;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /painel/inscritos.csv`: all that the search finds, newest first, as a file. It is read and sent in parts, each
/// by a query of its own: a browser that takes its time holds no connection to the database.
///
/// Phones stand there without their `+`, country code first (`55 62 99876-5432`): with it a spreadsheet would begin to
/// calculate, and with an apostrophe in front no program would dial them.
final class ListFile {
    static final String PATH = Panel.PATH + "/inscritos.csv";

    /// Registrations in memory at once.
    private static final int PART = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);

    private final Door door;
    private final ParticipantList list;
    private final Wording wording;
    private final InstantSource time;

    ListFile(Door door, ParticipantList list, Wording wording, InstantSource time) {
        this.door = door;
        this.list = list;
        this.wording = wording;
        this.time = time;
    }

    void addTo(RoutesConfig routes) {
        door.guard(routes, PATH, (call, _) -> answer(call));
    }

    private void answer(Context call) {
        Search search = ListPage.search(call);
        Page first = list.page(search, new Position.Newest(), PART); // while nothing is sent, a failure is a page
        call.contentType("text/csv; charset=utf-8");
        call.header("Content-Disposition", "attachment; filename=\"" + wording.fileName(time.instant()) + "\"");
        try {
            long rows = send(call.outputStream(), search, first);
            LOG.atInfo().addKeyValue("rows", rows).log("the list was taken as a file");
        } catch (IOException _) { // the browser is gone, or does not want the rest
            LOG.atInfo().log("the list was not taken to its end");
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("the file of the list broke off, the browser is told by a broken connection");
            breakOff(call);
        }
    }

    /// An orderly end would make half a list look like a whole one.
    private static void breakOff(Context call) {
        ServletContextRequest.getServletContextRequest(call.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private long send(OutputStream out, Search search, Page first) throws IOException {
        out.write((Csv.BYTE_ORDER_MARK + Csv.line(wording.columns())).getBytes(StandardCharsets.UTF_8));
        long rows = 0;
        Page part = first;
        while (true) {
            rows += send(out, part);
            if (!part.older()) {
                return rows;
            }
            long last = part.participants().getLast().number();
            part = list.page(search, new Position.OlderThan(last), PART);
        }
    }

    private int send(OutputStream out, Page part) throws IOException {
        StringBuilder lines = new StringBuilder();
        part.participants().forEach(participant -> lines.append(Csv.line(cells(participant))));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        return part.participants().size();
    }

    private List<String> cells(Participant participant) {
        return List.of(
                Long.toString(participant.number()),
                participant.name(),
                participant.email(),
                participant.document().shown(),
                participant.phone().shown().replace("+", ""),
                participant.city(),
                participant.state(),
                participant.country(),
                participant.profile(),
                wording.status(participant.status()),
                wording.moment(participant.registered()),
                participant.badge().orElse(""));
    }
}
