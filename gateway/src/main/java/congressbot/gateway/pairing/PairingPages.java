package congressbot.gateway.pairing;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.pairing.Visits.Visit;
import congressbot.wire.http.Access;
import congressbot.wire.http.Headers;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages under `/pairing`: a door with one password, and behind it every number of ours, its
/// state, and how it is linked. They work without scripts; with them they change by themselves.
public final class PairingPages {
    static final String PATH = "/pairing";
    static final String NUMBERS = PATH + "/numero";
    static final String LIVE = PATH + "/agora";

    private static final Logger LOG = LoggerFactory.getLogger(PairingPages.class);
    private static final List<String> EVERYTHING = List.of(PATH, PATH + "/*");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String HTTPS_FOR_A_YEAR = "max-age=31536000";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// What a form wants.
    private static final String DEED = "acao";

    private final Html html = new Html();
    private final Door door;
    private final List<Link> links;
    private final InstantSource time;

    private PairingPages(Secret password, List<Bridge> bridges, InstantSource time) {
        this.door = new Door(password, time);
        this.links = bridges.stream().map(bridge -> new Link(bridge, time)).toList();
        this.time = time;
    }

    /// Adds the pages, if there is a password; else `/pairing` leads nowhere.
    public static void add(RoutesConfig routes, Optional<Secret> password, List<Bridge> bridges, InstantSource time) {
        password.ifPresentOrElse(
                given -> new PairingPages(given, bridges, time).addTo(routes),
                () -> LOG.info("there is no pairing page: it needs GATEWAY_PASSWORD"));
    }

    private void addTo(RoutesConfig routes) {
        for (String path : EVERYTHING) {
            routes.before(path, this::enter);
            routes.after(path, this::leave);
        }
        html.addTo(routes);
        routes.get(PATH, call -> ifIn(call, visit -> list(call, visit)), Access.PUBLIC);
        routes.post(PATH + "/entrar", this::logIn, Access.PUBLIC);
        routes.post(PATH + "/sair", call -> posted(call, _ -> logOut(call)), Access.PUBLIC);
        routes.get(LIVE, call -> part(call, () -> listNow(call)), Access.PUBLIC);
        for (String number : List.of("/{channel}", "/{channel}/{name}")) {
            routes.get(NUMBERS + number, call -> ifIn(call, visit -> number(call, visit)), Access.PUBLIC);
            routes.post(NUMBERS + number, call -> posted(call, sent -> act(call, sent)), Access.PUBLIC);
            routes.get(LIVE + number, call -> part(call, () -> numberNow(call)), Access.PUBLIC);
        }
    }

    private void enter(Context call) {
        Origin origin = Origin.of(call);
        call.header("Content-Security-Policy", POLICY);
        // With "no-referrer" a browser over plain HTTP would send "Origin: null" with our own forms.
        call.header("Referrer-Policy", "same-origin");
        if (origin.secure()) {
            call.header("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
        }
        call.disableCompression(); // the length of a compressed page would tell of the form's token (BREACH)
        if (!origin.mayAsk(call)) {
            failure(call, HttpStatus.FORBIDDEN);
            call.skipRemainingHandlers();
        }
    }

    /// Errors are told to programs as JSON, to people as a page.
    private void leave(Context call) {
        String type = call.res().getContentType();
        boolean page = type != null && type.startsWith("text/html");
        if (call.statusCode() >= HttpStatus.BAD_REQUEST.getCode() && !page) {
            failure(call, call.status());
        }
    }

    /// What a page does for somebody who is in.
    private interface Page {
        void answer(Visit visit) throws IOException;
    }

    /// A form that somebody who is in sent from a page of hers.
    private record Sent(Visit visit, PairingForm form) {}

    private interface Act {
        void answer(Sent sent) throws IOException;
    }

    private void ifIn(Context call, Page page) throws IOException {
        Optional<Visit> visit = door.visit(call);
        if (visit.isPresent()) {
            page.answer(visit.get());
        } else {
            atTheDoor(call, HttpStatus.OK, "");
        }
    }

    private void posted(Context call, Act act) throws IOException {
        Optional<PairingForm> form = PairingForm.read(call);
        if (form.isEmpty()) {
            return;
        }
        Optional<Visit> visit = door.visit(call);
        if (visit.isEmpty()) {
            atTheDoor(call, HttpStatus.FORBIDDEN, "ended");
        } else if (visit.get().sent(form.get().field("formulario"))) {
            act.answer(new Sent(visit.get(), form.get()));
        } else {
            failure(call, HttpStatus.FORBIDDEN);
        }
    }

    private void part(Context call, Runnable answer) {
        if (door.visit(call).isPresent()) {
            answer.run();
        } else {
            call.status(HttpStatus.UNAUTHORIZED).contentType("text/html; charset=utf-8");
        }
    }

    private void logIn(Context call) throws IOException {
        Optional<PairingForm> form = PairingForm.read(call);
        if (form.isEmpty()) {
            return;
        }
        switch (door.knock(call, form.get().field("senha"))) {
            case Door.Knock.In() -> call.redirect(PATH, HttpStatus.SEE_OTHER);
            case Door.Knock.Wrong() -> atTheDoor(call, HttpStatus.FORBIDDEN, "wrong");
            case Door.Knock.HeldUp(Duration left) -> {
                call.header(Headers.RETRY_AFTER, Long.toString(roundedUp(left, SECOND)));
                html.page(call, HttpStatus.TOO_MANY_REQUESTS, "guesses", Map.of("minutes", roundedUp(left, MINUTE)));
            }
        }
    }

    private static long roundedUp(Duration wait, Duration unit) {
        return wait.plus(unit).minusNanos(1).dividedBy(unit);
    }

    private void logOut(Context call) {
        door.leave(call);
        call.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private void atTheDoor(Context call, HttpStatus status, String refusal) {
        html.page(call, status, "login", Map.of("refusal", refusal));
    }

    /// Where there is one number, its page is the list.
    private void list(Context call, Visit visit) {
        if (links.size() == 1) {
            call.redirect(NumberView.of(links.getFirst(), time).path(), HttpStatus.SEE_OTHER);
        } else {
            html.page(call, HttpStatus.OK, "list", Map.of("numbers", views(), "token", visit.formToken()));
        }
    }

    private void listNow(Context call) {
        List<NumberView> numbers = views();
        String version = numbers.stream()
                .map(number -> Long.toString(number.seen().version()))
                .collect(Collectors.joining("."));
        if (isNew(call, version)) {
            html.part(call, "cards", Map.of("numbers", numbers));
        }
    }

    private void number(Context call, Visit visit) {
        link(call)
                .ifPresentOrElse(
                        link -> show(call, HttpStatus.OK, link, visit, ""), () -> failure(call, HttpStatus.NOT_FOUND));
    }

    private void show(Context call, HttpStatus status, Link link, Visit visit, String typed) {
        html.page(
                call,
                status,
                "number",
                Map.of(
                        "number",
                        NumberView.of(link, time),
                        "only",
                        links.size() == 1,
                        "token",
                        visit.formToken(),
                        "typed",
                        typed));
    }

    private void numberNow(Context call) {
        Optional<Link> link = link(call);
        if (link.isEmpty()) {
            failure(call, HttpStatus.NOT_FOUND);
            return;
        }
        NumberView number = NumberView.of(link.get(), time);
        if (isNew(call, Long.toString(number.seen().version()))) {
            String token = door.visit(call).map(Visit::formToken).orElse("");
            html.part(call, "now", Map.of("number", number, "token", token, "typed", ""));
        }
    }

    private void act(Context call, Sent sent) {
        Optional<Link> found = link(call);
        if (found.isEmpty()) {
            failure(call, HttpStatus.NOT_FOUND);
            return;
        }
        Link link = found.get();
        switch (sent.form().field(DEED)) {
            case "qr" -> link.showQr();
            case "parar" -> link.stop();
            case "codigo" -> {
                String typed = sent.form().field("telefone");
                Optional<PhoneNumber> phone = TypedNumber.parse(typed);
                if (phone.isEmpty()) {
                    show(call, HttpStatus.UNPROCESSABLE_CONTENT, link, sent.visit(), typed);
                    return;
                }
                link.showCode(phone.get());
            }
            default -> {
                failure(call, HttpStatus.BAD_REQUEST);
                return;
            }
        }
        call.redirect(PairingPages.NUMBERS + "/" + link.instance().path(), HttpStatus.SEE_OTHER);
    }

    /// Answers 304 where the browser has it already.
    private static boolean isNew(Context call, String version) {
        String tag = "\"" + version + "\"";
        call.header("ETag", tag);
        boolean known = tag.equals(call.header("If-None-Match"));
        if (known) {
            call.status(HttpStatus.NOT_MODIFIED);
        }
        return !known;
    }

    private List<NumberView> views() {
        return links.stream().map(link -> NumberView.of(link, time)).toList();
    }

    private Optional<Link> link(Context call) {
        String path = call.pathParamMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // "channel" before "name"
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("/"));
        return links.stream()
                .filter(link -> link.instance().path().equals(path))
                .findFirst();
    }

    private void failure(Context call, HttpStatus status) {
        html.page(call, status, "failure", Map.of("status", status.getCode()));
    }
}
