package congressbot.bot.panel.knowledge;

import congressbot.bot.account.Right;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.Fault;
import congressbot.bot.knowledge.Block;
import congressbot.bot.knowledge.Library;
import congressbot.bot.knowledge.Passages;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.Part;
import congressbot.bot.panel.Visit;
import congressbot.bot.question.Group;
import congressbot.bot.question.GroupStatus;
import congressbot.bot.question.Publication;
import congressbot.bot.question.QuestionGroups;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/painel/perguntas`: what the bot could not answer, most asked first, and the answers to it.
public final class QuestionPages implements Part {
    private static final String PATH = Panel.PATH + "/perguntas";
    private static final String QUESTION = "pergunta";
    private static final String ANSWER = "resposta";
    private static final String TELL = "avisar";
    private static final String TAKEN_OUT = "separada";

    /// Pages that can be turned to.
    private static final int MOST_PAGES = 1_000;

    private final Pages pages;
    private final Library library;
    private final QuestionGroups groups;
    private final Publication publication;
    private final Trials trials;

    public QuestionPages(Pages pages, Library library, QuestionGroups groups, Publication publication, Trials trials) {
        this.pages = pages;
        this.library = library;
        this.groups = groups;
        this.publication = publication;
        this.trials = trials;
    }

    /// What the first page shows.
    ///
    /// @param page from 0 on
    public record Listing(GroupStatus status, int page, List<Group> groups, Map<GroupStatus, Integer> counts) {
        public Listing {
            groups = List.copyOf(groups);
            counts = Map.copyOf(counts);
        }

        public List<GroupStatus> statuses() {
            return Arrays.asList(GroupStatus.values());
        }

        /// The number of the first group on the page, from 1 on.
        public int first() {
            return page * QuestionGroups.PAGE + 1;
        }

        public boolean more() {
            return groups.size() == QuestionGroups.PAGE;
        }
    }

    /// What the page of a group shows.
    ///
    /// @param question as it stands in the field
    /// @param faults of the answer, or of the question
    /// @param preview the answer, set; empty before it was asked for
    /// @param late somebody else was quicker: what was typed is not published
    /// @param others groups that it can be put together with
    public record Page(
            Group.Whole whole,
            String question,
            String answer,
            boolean tell,
            List<Fault> faults,
            Optional<List<Block>> preview,
            boolean late,
            List<Group> others,
            Trial trial) {
        public Page {
            faults = List.copyOf(faults);
            others = List.copyOf(others);
        }

        public Group group() {
            return whole.group();
        }

        public String path() {
            return PATH + "/" + group().id();
        }
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/perguntas", Right.EDIT_KNOWLEDGE, this::list);
        desk.get("/perguntas/{id}", Right.EDIT_KNOWLEDGE, this::open);
        desk.post("/perguntas/{id}", Right.EDIT_KNOWLEDGE, this::answer);
        desk.post("/perguntas/{id}/descartar", Right.EDIT_KNOWLEDGE, this::dismiss);
        desk.post("/perguntas/{id}/reabrir", Right.EDIT_KNOWLEDGE, this::reopen);
        desk.post("/perguntas/{id}/separar", Right.EDIT_KNOWLEDGE, this::takeOut);
        desk.post("/perguntas/{id}/juntar", Right.EDIT_KNOWLEDGE, this::merge);
    }

    private void list(Visit visit) {
        GroupStatus status = Arrays.stream(GroupStatus.values())
                .filter(one -> one.word().equals(visit.query("situacao")))
                .findFirst()
                .orElse(GroupStatus.OPEN);
        int page = (int) Math.min(visit.queryNumber("pagina").orElse(0), MOST_PAGES);
        Listing listing =
                new Listing(status, page, groups.list(visit.congress(), status, page), groups.counts(visit.congress()));
        pages.show(visit, "knowledge/questions", Map.of("listing", listing));
    }

    private Optional<Group.Whole> group(Visit visit) {
        return visit.number("id").flatMap(id -> groups.find(visit.congress(), id));
    }

    private void open(Visit visit) {
        Optional<Group.Whole> whole = group(visit);
        if (whole.isEmpty()) {
            pages.notFound(visit);
        } else {
            Typed fresh = new Typed(whole.get().group().text(), "", true);
            show(visit, HttpStatus.OK, page(visit, whole.get(), fresh, List.of(), Trial.NONE));
        }
    }

    /// What stands in the fields of the answer.
    private record Typed(String question, String answer, boolean tell) {
        static Typed in(Visit visit) {
            return new Typed(
                    visit.form().field(QUESTION),
                    visit.form().field(ANSWER),
                    visit.form().isTicked(TELL));
        }
    }

    private Page page(Visit visit, Group.Whole whole, Typed typed, List<Fault> faults, Trial trial) {
        List<Group> others = whole.group().status() == GroupStatus.OPEN
                ? groups.list(visit.congress(), GroupStatus.OPEN, 0).stream()
                        .filter(other -> other.id() != whole.group().id())
                        .toList()
                : List.of();
        return new Page(
                whole, typed.question(), typed.answer(), typed.tell(), faults, Optional.empty(), false, others, trial);
    }

    private void show(Visit visit, HttpStatus status, Page page) {
        pages.show(visit, status, "knowledge/question", Map.of("page", page));
    }

    /// What the form wants: the answer published, seen, or tried.
    private void answer(Visit visit) {
        Optional<Group.Whole> whole = group(visit);
        Optional<Congress> congress = library.congress(visit.congress());
        Typed typed = Typed.in(visit);
        if (whole.isEmpty() || congress.isEmpty()) {
            gone(visit, typed);
            return;
        }
        if (visit.form().field("acao").equals("publicar")) {
            publish(visit, whole.get(), congress.get(), typed);
            return;
        }
        List<Fault> faults = Publication.faults(typed.question(), typed.answer());
        if (!faults.isEmpty()) {
            show(visit, HttpStatus.UNPROCESSABLE_CONTENT, page(visit, whole.get(), typed, faults, Trial.NONE));
            return;
        }
        Trial trial = trials.ask(
                visit,
                typed.question(),
                Optional.of(publication.draft(visit.congress(), typed.question(), typed.answer())));
        show(visit, HttpStatus.OK, previewed(page(visit, whole.get(), typed, faults, trial)));
    }

    /// The group was joined to another or forgotten meanwhile: what was typed for it is not.
    private void gone(Visit visit, Typed typed) {
        if (typed.answer().isEmpty()) {
            pages.notFound(visit);
        } else {
            pages.show(
                    visit,
                    HttpStatus.NOT_FOUND,
                    "knowledge/gone",
                    Map.of("question", typed.question(), "answer", typed.answer()));
        }
    }

    private static Page previewed(Page page) {
        return new Page(
                page.whole(),
                page.question(),
                page.answer(),
                page.tell(),
                page.faults(),
                Optional.of(Passages.blocks(page.answer())),
                page.late(),
                page.others(),
                page.trial());
    }

    private void publish(Visit visit, Group.Whole whole, Congress congress, Typed typed) {
        Publication.Wish wish =
                new Publication.Wish(whole.group().id(), typed.question(), typed.answer(), typed.tell());
        switch (publication.publish(visit.witness(), congress, wish)) {
            case Publication.Outcome.Done(var _, int told) ->
                visit.goTo(PATH + "/" + whole.group().id(), told > 0 ? "answer-told" : "answer-published");
            case Publication.Outcome.Gone() -> gone(visit, typed);
            case Publication.Outcome.Unfit(List<Fault> faults) ->
                show(visit, HttpStatus.UNPROCESSABLE_CONTENT, page(visit, whole, typed, faults, Trial.NONE));
            case Publication.Outcome.Decided _ -> {
                Group.Whole now = group(visit).orElse(whole);
                show(visit, HttpStatus.CONFLICT, late(page(visit, now, typed, List.of(), Trial.NONE)));
            }
        }
    }

    private static Page late(Page page) {
        return new Page(
                page.whole(),
                page.question(),
                page.answer(),
                page.tell(),
                page.faults(),
                page.preview(),
                true,
                page.others(),
                page.trial());
    }

    private void dismiss(Visit visit) {
        Optional<Long> id = visit.number("id");
        if (id.isPresent() && groups.dismiss(visit.witness(), id.get())) {
            visit.goTo(PATH, "question-dismissed");
        } else {
            goBack(visit, "question-changed");
        }
    }

    private void reopen(Visit visit) {
        boolean done = visit.number("id")
                .filter(id -> groups.reopen(visit.witness(), id))
                .isPresent();
        goBack(visit, done ? "question-reopened" : "question-changed");
    }

    private void takeOut(Visit visit) {
        Optional<Long> own = visit.number("id")
                .flatMap(id ->
                        number(visit, TAKEN_OUT).flatMap(question -> groups.takeOut(visit.witness(), id, question)));
        if (own.isPresent()) {
            visit.goTo(PATH + "/" + own.get(), "question-taken-out");
        } else {
            goBack(visit, "question-changed");
        }
    }

    private void merge(Visit visit) {
        Optional<Long> into = number(visit, "com");
        boolean done = visit.number("id")
                .filter(id -> into.isPresent() && groups.merge(visit.witness(), id, into.get()))
                .isPresent();
        if (done) {
            visit.goTo(PATH + "/" + into.orElseThrow(), "question-merged");
        } else {
            goBack(visit, "question-changed");
        }
    }

    /// To the group as it is now; what is of another congress is not there.
    private void goBack(Visit visit, String notice) {
        Optional<Group.Whole> whole = group(visit);
        if (whole.isEmpty()) {
            pages.notFound(visit);
        } else {
            visit.goTo(PATH + "/" + whole.get().group().id(), notice);
        }
    }

    private static Optional<Long> number(Visit visit, String field) {
        String typed = visit.form().field(field);
        return typed.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }
}
