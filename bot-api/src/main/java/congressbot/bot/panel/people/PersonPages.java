package congressbot.bot.panel.people;

import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.office.Office;
import congressbot.bot.office.Outcome;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.Registry;
import congressbot.bot.participant.Sheet;
import congressbot.bot.participant.Talk;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// `/painel/inscritos/{number}`: one registration with the history of every field, and the chat
/// beside it.
final class PersonPages {
    /// Changes and messages on the page.
    private static final int MOST_CHANGES = 200;

    private static final int MOST_SAID = 100;
    private static final Pattern CAUSE = Pattern.compile("[0-9a-f-]{36}");

    private final Surroundings around;
    private final Registry registry;
    private final Talk talk;
    private final Office office;

    PersonPages(Surroundings around, Registry registry, Talk talk, Office office) {
        this.around = around;
        this.registry = registry;
        this.talk = talk;
        this.office = office;
    }

    void addTo(Desk desk) {
        desk.get("/inscritos/{inscricao}", Right.SEE_PARTICIPANTS, visit -> show(visit, "", HttpStatus.OK));
        desk.post(
                "/inscritos/{inscricao}/cancelar",
                Right.EDIT_PARTICIPANTS,
                visit -> act(visit, "people-cancelled", (call, number) -> office.cancel(call.witness(), number)));
        desk.post(
                "/inscritos/{inscricao}/reativar",
                Right.EDIT_PARTICIPANTS,
                visit -> act(visit, "people-restored", (call, number) -> office.restore(call.witness(), number)));
        desk.post(
                "/inscritos/{inscricao}/reenviar",
                Right.EDIT_PARTICIPANTS,
                visit -> act(visit, "people-resent", (call, number) -> resent(call, number)));
    }

    private Outcome resent(Visit visit, long number) {
        String typed = visit.form().field("causa");
        String cause =
                CAUSE.matcher(typed).matches() ? typed : UUID.randomUUID().toString();
        return office.resend(visit.witness(), number, cause);
    }

    private void act(Visit visit, String notice, BiFunction<Visit, Long, Outcome> act) {
        Optional<Long> number = visit.number("inscricao");
        if (number.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        switch (act.apply(visit, number.get())) {
            case Outcome.Done _ -> visit.goTo(Listing.PATH + "/" + number.get(), notice);
            case Outcome.NotFound _ -> around.pages().notFound(visit);
            case Outcome.OutOfPlace _, Outcome.Overtaken _ -> show(visit, "out-of-place", HttpStatus.CONFLICT);
            case Outcome.Taken _ -> show(visit, "taken", HttpStatus.CONFLICT);
        }
    }

    /// @param trouble what did not work: a key of the office's words; empty for nothing
    private void show(Visit visit, String trouble, HttpStatus status) {
        Optional<Sheet> sheet = visit.number("inscricao").flatMap(number -> registry.find(visit.congress(), number));
        if (sheet.isEmpty()) {
            around.pages().notFound(visit);
            return;
        }
        Sheet found = sheet.get();
        boolean whole = visit.may(Right.SEE_WHOLE_CPF);
        if (whole) {
            around.audit().note(visit.witness(), Deed.READ_DOCUMENT, new Subject("participant", found.number()));
        }
        Person person = new Person(
                found,
                registry.changes(visit.congress(), found.number(), MOST_CHANGES),
                said(visit, found),
                visit.may(Right.SEE_CHATS) ? talk.likely(visit.congress(), found.number()) : List.of(),
                whole,
                trouble,
                UUID.randomUUID().toString(),
                around.words());
        around.pages().show(visit, status, "people/person", Map.of("person", person));
    }

    private List<Talk.Said> said(Visit visit, Sheet sheet) {
        if (!visit.may(Right.SEE_CHATS) || sheet.conversation().isEmpty()) {
            return List.of();
        }
        long conversation = sheet.conversation().getAsLong();
        List<Talk.Said> said = talk.of(visit.congress(), conversation, MOST_SAID);
        if (!said.isEmpty()) {
            around.audit().note(visit.witness(), Deed.READ_CHAT, new Subject("conversation", conversation));
        }
        return said;
    }
}
