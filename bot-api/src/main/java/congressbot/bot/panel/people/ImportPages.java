package congressbot.bot.panel.people;

import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.office.ImportStore;
import congressbot.bot.office.ImportStore.Import;
import congressbot.bot.office.ImportStore.Kind;
import congressbot.bot.office.Importer;
import congressbot.bot.office.Importer.Acted;
import congressbot.bot.office.Importer.Reading;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.sheet.Limits;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// `/painel/inscritos/importar`: a file is read, shown with every difference, carried out, and taken back.
final class ImportPages {
    static final String PATH = Listing.PATH + "/importar";

    /// Rows of each kind on one page.
    private static final int LINES = 100;

    private static final int LAST = 20;

    private final Surroundings around;
    private final Importer importer;

    ImportPages(Surroundings around, Importer importer) {
        this.around = around;
        this.importer = importer;
    }

    void addTo(Desk desk) {
        desk.get("/inscritos/importar", Right.EDIT_PARTICIPANTS, visit -> begin(visit, "", HttpStatus.OK));
        desk.upload("/inscritos/importar", Right.EDIT_PARTICIPANTS, this::read);
        desk.get("/inscritos/importar/{arquivo}", Right.EDIT_PARTICIPANTS, this::show);
        desk.post(
                "/inscritos/importar/{arquivo}/aplicar",
                Right.EDIT_PARTICIPANTS,
                visit -> act(visit, "people-imported", (call, id) -> importer.carryOut(call.witness(), id)));
        desk.post(
                "/inscritos/importar/{arquivo}/desfazer",
                Right.EDIT_PARTICIPANTS,
                visit -> act(visit, "people-undone", (call, id) -> importer.takeBack(call.witness(), id)));
        desk.post("/inscritos/importar/{arquivo}/descartar", Right.EDIT_PARTICIPANTS, this::discard);
    }

    /// @param trouble why a file was not taken; empty for nothing
    private void begin(Visit visit, String trouble, HttpStatus status) {
        around.pages()
                .show(
                        visit,
                        status,
                        "people/import",
                        Map.of(
                                "trouble",
                                trouble,
                                "last",
                                importer.store().newest(visit.congress(), LAST),
                                "rows",
                                Limits.ROWS - 1,
                                "megabytes",
                                Limits.BYTES / (1024 * 1024),
                                "days",
                                ImportStore.KEPT.toDays()));
    }

    private void read(Visit visit, Desk.Upload upload) throws IOException {
        Path file = Files.createTempFile("import", "");
        try {
            try (InputStream in = upload.open()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            switch (importer.read(visit.witness(), file, upload.name())) {
                case Reading.Read(long id) -> visit.goTo(PATH + "/" + id);
                case Reading.NoHead() ->
                    begin(visit, around.words().said("broken.no-head"), HttpStatus.UNPROCESSABLE_CONTENT);
                case Reading.Refused(var why, int line) -> {
                    String key = "broken." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    String text = around.words().said(key).replace("{line}", Integer.toString(line));
                    begin(visit, text, HttpStatus.UNPROCESSABLE_CONTENT);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private void show(Visit visit) {
        Optional<Import> found = file(visit);
        if (found.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        Import file = found.get();
        OptionalLong after = visit.queryNumber("linha");
        Kind kind = kind(visit, file);
        int below = (int) Math.min(Integer.MAX_VALUE, after.orElse(0));
        Difference difference = new Difference(
                file,
                kind,
                importer.store().lines(visit.congress(), file.id(), kind, below, LINES),
                LINES,
                visit.may(Right.SEE_WHOLE_CPF),
                around.words());
        if (difference.showsDocuments()) {
            around.audit().note(visit.witness(), Deed.READ_DOCUMENT, new Subject("import", file.id()));
        }
        around.pages().show(visit, "people/difference", Map.of("difference", difference));
    }

    /// What wants to be looked at first.
    private static Kind kind(Visit visit, Import file) {
        for (Kind kind : Kind.values()) {
            if (ListQuery.code(kind).equals(visit.query("ver"))) {
                return kind;
            }
        }
        return file.counts().changed() > 0 ? Kind.CHANGED : file.counts().added() > 0 ? Kind.ADDED : Kind.FAULTY;
    }

    private void act(Visit visit, String notice, BiFunction<Visit, Long, Acted> act) {
        Optional<Import> file = file(visit);
        if (file.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        long id = file.get().id();
        switch (act.apply(visit, id)) {
            case DONE -> visit.goTo(PATH + "/" + id, notice);
            case OUT_OF_PLACE -> visit.goTo(PATH + "/" + id, "people-import-over");
            case RUNNING -> visit.goTo(PATH + "/" + id, "people-import-running");
            case NOT_FOUND -> around.pages().notFound(visit);
        }
    }

    private void discard(Visit visit) {
        Optional<Long> id = visit.number("arquivo");
        Acted acted =
                id.map(number -> importer.discard(visit.witness(), number)).orElse(Acted.NOT_FOUND);
        switch (acted) {
            case DONE -> visit.goTo(PATH, "people-import-gone");
            case OUT_OF_PLACE, RUNNING -> visit.goTo(PATH, "people-import-over");
            case NOT_FOUND -> around.pages().notFound(visit);
        }
    }

    private Optional<Import> file(Visit visit) {
        return visit.number("arquivo").flatMap(id -> importer.store().find(visit.congress(), id));
    }
}
