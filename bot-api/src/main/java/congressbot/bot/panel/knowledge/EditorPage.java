package congressbot.bot.panel.knowledge;

import congressbot.bot.account.Right;
import congressbot.bot.congress.Fault;
import congressbot.bot.knowledge.Difference;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Proof;
import congressbot.bot.knowledge.Saved;
import congressbot.bot.knowledge.Shelf;
import congressbot.bot.knowledge.Version;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `/painel/conhecimento/{nome}`: one document, its preview, and what the bot would answer with it.
final class EditorPage {
    static final String TEXT = "texto";
    static final String BASIS = "base";
    private static final String DEED = "acao";

    private final Pages pages;
    private final Shelf shelf;
    private final Trials trials;

    EditorPage(Pages pages, Shelf shelf, Trials trials) {
        this.pages = pages;
        this.shelf = shelf;
        this.trials = trials;
    }

    void addTo(Desk desk) {
        desk.get("/conhecimento/{nome}", Right.EDIT_KNOWLEDGE, this::open);
        desk.post("/conhecimento/{nome}", Right.EDIT_KNOWLEDGE, this::take);
        desk.post("/conhecimento/{nome}/apagar", Right.EDIT_KNOWLEDGE, this::delete);
        desk.post("/conhecimento/{nome}/restaurar", Right.EDIT_KNOWLEDGE, this::restore);
    }

    private void open(Visit visit) {
        Optional<Version> newest = shelf.newest(visit.congress(), Names.of(visit));
        if (newest.isEmpty()) {
            pages.notFound(visit);
        } else {
            String content = newest.get().content();
            show(visit, HttpStatus.OK, editor(newest.get(), content, Optional.empty(), Trial.NONE));
        }
    }

    private static Editor editor(Version last, String content, Optional<Proof> proof, Trial trial) {
        return new Editor(last.edition(), content, proof, Optional.empty(), trial);
    }

    private void show(Visit visit, HttpStatus status, Editor editor) {
        pages.show(visit, status, "knowledge/edit", Map.of("editor", editor));
    }

    /// What the form wants: to be saved, to be seen, or to be asked.
    private void take(Visit visit) {
        String name = Names.of(visit);
        Draft draft = new Draft(name, visit.form().field(TEXT), basis(visit));
        Optional<Version> last = begunOn(visit, draft);
        if (last.isEmpty()) {
            pages.notFound(visit);
            return;
        }
        switch (visit.form().field(DEED)) {
            case "salvar" -> save(visit, draft, last.get());
            case "perguntar" -> {
                Trial trial = trials.ask(visit, Optional.of(draft));
                show(visit, HttpStatus.OK, editor(last.get(), draft.content(), Optional.empty(), trial));
            }
            default -> {
                Proof proof = shelf.proof(visit.congress(), draft);
                Trial typed = new Trial(visit.form().field(Trials.FIELD), Optional.empty());
                show(visit, HttpStatus.OK, editor(last.get(), draft.content(), Optional.of(proof), typed));
            }
        }
    }

    private static OptionalLong basis(Visit visit) {
        String basis = visit.form().field(BASIS);
        return basis.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(basis)) : OptionalLong.empty();
    }

    /// The version that the text was begun on; the last one where the form names none of this document.
    private Optional<Version> begunOn(Visit visit, Draft draft) {
        Optional<Version> named = draft.basis().isPresent()
                ? shelf.version(visit.congress(), draft.name(), draft.basis().getAsLong())
                : Optional.empty();
        return named.or(() -> shelf.newest(visit.congress(), draft.name()));
    }

    private void save(Visit visit, Draft draft, Version last) {
        String path = Names.path(draft.name());
        switch (shelf.save(visit.witness(), draft)) {
            case Saved.Done _ ->
                visit.goTo(path, draft.name().equals(Shelf.CONGRESS) ? "congress-saved" : "knowledge-saved");
            case Saved.Unchanged _ -> visit.goTo(path, "knowledge-unchanged");
            case Saved.Faulty(List<Fault> faults) -> {
                Proof proof = new Proof(faults, List.of(), List.of());
                show(
                        visit,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        editor(last, draft.content(), Optional.of(proof), Trial.NONE));
            }
            case Saved.Outdated(Version newest) -> show(visit, HttpStatus.CONFLICT, conflicting(draft, newest));
        }
    }

    /// What she typed stays in the field, now on top of the other's version: saving it again is a decision.
    private static Editor conflicting(Draft draft, Version newest) {
        Difference difference = Difference.of(newest.content(), draft.content());
        return new Editor(
                newest.edition(),
                draft.content(),
                Optional.empty(),
                Optional.of(new Editor.Conflict(newest.edition(), difference)),
                Trial.NONE);
    }

    private void delete(Visit visit) {
        String name = Names.of(visit);
        Optional<Version> last = shelf.newest(visit.congress(), name);
        if (last.isEmpty() || name.equals(Shelf.CONGRESS)) {
            pages.notFound(visit);
            return;
        }
        Saved saved = shelf.delete(visit.witness(), new Draft(name, "", basis(visit)));
        if (saved instanceof Saved.Outdated(Version newest)) {
            show(
                    visit,
                    HttpStatus.CONFLICT,
                    conflicting(new Draft(name, last.get().content(), basis(visit)), newest));
        } else {
            visit.goTo(Names.PATH, "knowledge-deleted");
        }
    }

    /// An older text becomes the next version.
    private void restore(Visit visit) {
        String name = Names.of(visit);
        String number = visit.form().field("versao");
        Optional<Version> older = number.matches("[0-9]{1,18}")
                ? shelf.version(visit.congress(), name, Long.parseLong(number))
                : Optional.empty();
        if (older.isEmpty() || older.get().edition().deletes()) {
            pages.notFound(visit);
        } else {
            Draft draft = new Draft(name, older.get().content(), basis(visit));
            save(visit, draft, begunOn(visit, draft).orElseThrow());
        }
    }
}
