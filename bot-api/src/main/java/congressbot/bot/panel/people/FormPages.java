package congressbot.bot.panel.people;

import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.congress.Congress;
import congressbot.bot.office.FormReader;
import congressbot.bot.office.Office;
import congressbot.bot.office.Outcome;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.Registry;
import congressbot.bot.participant.Sheet;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Registration;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `/painel/inscritos/{number}/corrigir` and `/painel/inscritos/novo`: the form of a registration, read by the rules of
/// the chat. Whatever is wrong, what was typed stays in it.
final class FormPages {
    private final Surroundings around;
    private final Registry registry;
    private final Office office;

    FormPages(Surroundings around, Registry registry, Office office) {
        this.around = around;
        this.registry = registry;
        this.office = office;
    }

    void addTo(Desk desk) {
        desk.get("/inscritos/novo", Right.EDIT_PARTICIPANTS, visit -> blank(visit));
        desk.post("/inscritos/novo", Right.EDIT_PARTICIPANTS, this::add);
        desk.get("/inscritos/{inscricao}/corrigir", Right.EDIT_PARTICIPANTS, this::filled);
        desk.post("/inscritos/{inscricao}/corrigir", Right.EDIT_PARTICIPANTS, this::correct);
    }

    private void blank(Visit visit) {
        show(visit, HttpStatus.OK, PersonForm.blank(around.congress(visit).profiles(), around.words()));
    }

    private void add(Visit visit) {
        Congress congress = around.congress(visit);
        Map<Field, String> typed = typed(visit);
        PersonForm form = PersonForm.blank(congress.profiles(), around.words()).typed(typed, kept(visit));
        Notice notice = new Notice(congress.privacyVersion(), around.time().instant());
        switch (reader(congress).read(typed, kept(visit), notice, Optional.empty())) {
            case FormReader.Result.Faulty(var faults) ->
                show(visit, HttpStatus.UNPROCESSABLE_CONTENT, form.with(faults));
            case FormReader.Result.Complete(Registration registration) ->
                tell(visit, office.add(visit.witness(), registration), form, "people-added");
        }
    }

    private void filled(Visit visit) {
        Optional<Sheet> sheet = sheet(visit);
        if (sheet.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        noteReading(visit, sheet.get());
        show(
                visit,
                HttpStatus.OK,
                PersonForm.of(sheet.get(), around.congress(visit).profiles(), around.words()));
    }

    private void correct(Visit visit) {
        Optional<Sheet> found = sheet(visit);
        if (found.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        Sheet sheet = found.get();
        Congress congress = around.congress(visit);
        Map<Field, String> typed = typed(visit);
        String seen = visit.form().field("visto");
        PersonForm form = PersonForm.of(sheet, congress.profiles(), around.words())
                .seenAt(seen)
                .typed(typed, kept(visit));
        Registration before = sheet.registration();
        switch (reader(congress).read(typed, kept(visit), before.notice(), Optional.of(before))) {
            case FormReader.Result.Faulty(var faults) ->
                show(visit, HttpStatus.UNPROCESSABLE_CONTENT, form.with(faults));
            case FormReader.Result.Complete(Registration registration) ->
                tell(
                        visit,
                        office.edit(visit.witness(), sheet.number(), moment(seen), registration),
                        form,
                        "people-edited");
        }
    }

    private void tell(Visit visit, Outcome outcome, PersonForm form, String notice) {
        switch (outcome) {
            case Outcome.Done(long number) -> visit.goTo(Listing.PATH + "/" + number, notice);
            case Outcome.NotFound _, Outcome.OutOfPlace _ -> around.pages().notFound(visit);
            case Outcome.Overtaken(Sheet now) -> {
                noteReading(visit, now);
                show(visit, HttpStatus.CONFLICT, form.overtakenBy(now));
            }
            case Outcome.Taken(var fields) -> show(visit, HttpStatus.CONFLICT, form.taken(fields));
        }
    }

    private void noteReading(Visit visit, Sheet sheet) {
        around.audit().note(visit.witness(), Deed.READ_DOCUMENT, new Subject("participant", sheet.number()));
    }

    private Optional<Sheet> sheet(Visit visit) {
        return visit.number("inscricao").flatMap(number -> registry.find(visit.congress(), number));
    }

    private FormReader reader(Congress congress) {
        return new FormReader(around.rules().readers().apply(congress), around.words());
    }

    private static Map<Field, String> typed(Visit visit) {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            typed.put(field, visit.form().field(PersonForm.name(field)));
        }
        return typed;
    }

    /// Fields whose value somebody insists on.
    private static Set<Field> kept(Visit visit) {
        return Arrays.stream(Field.values())
                .filter(field -> visit.form().fields("manter").contains(PersonForm.name(field)))
                .collect(Collectors.toSet());
    }

    /// What is no moment was never seen, and so somebody was faster.
    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    private void show(Visit visit, HttpStatus status, PersonForm form) {
        around.pages().show(visit, status, "people/form", Map.of("form", form));
    }
}
