package congressbot.bot.panel;

import congressbot.bot.page.Stylesheet;
import congressbot.wire.http.Access;
import congressbot.wire.http.Headers;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The pages as they are sent: templates of `jte/panel`, filled in.
final class Pages {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Stylesheet own;
    private final Frame frame;

    private Pages(Stylesheet own, Frame frame) {
        this.own = own;
        this.frame = frame;
    }

    static Pages of(String congress) {
        Stylesheet common = Stylesheet.load("page.css");
        Stylesheet own = Stylesheet.load("panel.css");
        return new Pages(own, new Frame(congress, common.path(), own.path()));
    }

    /// The panel's stylesheet; the common one comes with the public pages.
    void addTo(RoutesConfig routes) {
        routes.get(own.path(), own::answer, Access.PUBLIC);
    }

    void login(Context call, boolean wrongPassword) {
        call.status(wrongPassword ? HttpStatus.FORBIDDEN : HttpStatus.OK);
        answer(call, "login", Map.of("wrongPassword", wrongPassword));
    }

    void tooManyGuesses(Context call, Duration wait) {
        long seconds = roundedUp(wait, SECOND);
        call.status(HttpStatus.TOO_MANY_REQUESTS);
        call.header(Headers.RETRY_AFTER, Long.toString(seconds));
        answer(call, "guesses", Map.of("minutes", roundedUp(wait, MINUTE)));
    }

    private static long roundedUp(Duration wait, Duration unit) {
        return wait.plus(unit).minusNanos(1).dividedBy(unit);
    }

    void list(Context call, Listing listing) {
        answer(call, "list", Map.of("listing", listing));
    }

    void off(Context call) {
        call.status(HttpStatus.SERVICE_UNAVAILABLE);
        answer(call, "off", Map.of());
    }

    void failure(Context call, HttpStatus status) {
        call.status(status);
        answer(call, "failure", Map.of("status", status.getCode()));
    }

    private void answer(Context call, String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", frame);
        StringOutput page = new StringOutput();
        templates.render("panel/" + template + ".jte", all, page);
        call.contentType("text/html; charset=utf-8");
        call.result(page.toString());
    }
}
