package congressbot.bot.panel.people;

import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.office.Column;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.office.Rendering;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.Page;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.ParticipantList;
import congressbot.bot.participant.Position;
import congressbot.bot.sheet.Cell;
import congressbot.bot.sheet.CsvWriter;
import congressbot.bot.sheet.SheetWriter;
import congressbot.bot.sheet.XlsxWriter;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /painel/inscritos.csv` and `.xlsx`: all that the list finds, in its order, as a file. It is read and sent in
/// parts, each by a query of its own: a browser that takes its time holds no connection to the database.
final class FilePages {
    /// Of one account within [#WHILE].
    static final int MOST_FILES = 10;

    private static final Duration WHILE = Duration.ofHours(1);

    /// Registrations in memory at once.
    private static final int PART = 500;

    private static final Logger LOG = LoggerFactory.getLogger(FilePages.class);

    private final Surroundings around;
    private final Rendering rendering;

    FilePages(Surroundings around) {
        this.around = around;
        this.rendering = new Rendering(around.words());
    }

    /// What a file is.
    private enum Kind {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /// A file to be written.
    ///
    /// @param whole whether documents stand in it in full
    private record Wanted(ParticipantList list, ListQuery query, List<Column> columns, boolean whole) {}

    void addTo(Desk desk) {
        for (Kind kind : Kind.values()) {
            desk.get("/inscritos." + ListQuery.code(kind), Right.EXPORT, visit -> answer(visit, kind));
        }
    }

    private void answer(Visit visit, Kind kind) {
        ListQuery query = ListQuery.of(visit::query);
        boolean chosen = !visit.query(ListQuery.COLUMNS).isEmpty();
        Wanted wanted = new Wanted(
                around.list(visit), query, chosen ? query.columns() : Column.USUAL, visit.may(Right.SEE_WHOLE_CPF));
        Page first = part(wanted, new Position.First()); // while nothing is sent, a failure is a page
        boolean allowed = around.audit()
                .noteAtMost(
                        MOST_FILES,
                        around.time().instant().minus(WHILE),
                        visit.witness(),
                        Deed.EXPORT,
                        new Subject("list", ListQuery.code(kind)));
        if (allowed) {
            send(visit, kind, wanted, first);
        } else {
            around.pages().show(visit, HttpStatus.TOO_MANY_REQUESTS, "people/toomany", Map.of("most", MOST_FILES));
        }
    }

    private void send(Visit visit, Kind kind, Wanted wanted, Page first) {
        visit.call().contentType(kind.type);
        visit.call()
                .header("Content-Disposition", "attachment; filename=\"" + name() + "." + ListQuery.code(kind) + "\"");
        try {
            long rows = write(writer(kind, visit.call().outputStream()), wanted, first);
            LOG.atInfo().addKeyValue("rows", rows).log("the list was taken as a file");
        } catch (IOException _) { // the browser is gone, or does not want the rest
            LOG.atInfo().log("the list was not taken to its end");
            breakOff(visit);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("the file of the list broke off, the browser is told by a broken connection");
            breakOff(visit);
        }
    }

    private String name() {
        LocalDate today = LocalDate.ofInstant(around.time().instant(), OfficeWords.ZONE);
        return around.words().said("file").replace("{day}", today.toString());
    }

    private SheetWriter writer(Kind kind, OutputStream out) throws IOException {
        return switch (kind) {
            case CSV -> new CsvWriter(out, around.words().moments());
            case XLSX -> new XlsxWriter(out, around.words().said("sheet"), OfficeWords.ZONE);
        };
    }

    private long write(SheetWriter writer, Wanted wanted, Page first) throws IOException {
        writer.row(wanted.columns.stream()
                .<Cell>map(column -> new Cell.Text(around.words().head(column)))
                .toList());
        long rows = 0;
        Page part = first;
        while (true) {
            for (Participant participant : part.participants()) {
                writer.row(wanted.columns.stream()
                        .map(column -> rendering.cell(column, participant, wanted.whole))
                        .toList());
            }
            rows += part.participants().size();
            if (!part.after()) {
                writer.finish();
                return rows;
            }
            part = part(wanted, new Position.After(part.participants().getLast().number()));
            if (part.lost()) {
                throw new IllegalStateException("the list changed under the file");
            }
        }
    }

    private static Page part(Wanted wanted, Position position) {
        return wanted.list.page(wanted.query.sieve(), wanted.query.order(), position, PART);
    }

    /// An orderly end would make half a list look like a whole one.
    private static void breakOff(Visit visit) {
        ServletContextRequest.getServletContextRequest(visit.call().req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
