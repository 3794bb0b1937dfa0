package congressbot.bot.panel;

import congressbot.bot.conversation.Receptions;
import congressbot.bot.number.Trouble;
import congressbot.wire.http.Headers;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Renders the panel's pages, which are the templates under `panel/`.
public final class Pages {
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PanelAssets assets = PanelAssets.load();
    private final Wording wording;
    private final Receptions receptions;
    private final Function<String, List<Trouble>> troubles;

    /// @param receptions tell the names of congresses
    /// @param troubles with the numbers of a congress, by its id
    public Pages(Receptions receptions, Function<String, List<Trouble>> troubles) {
        this.receptions = receptions;
        this.troubles = troubles;
        this.wording = Wording.load();
    }

    /// Why somebody stands at the door again.
    public enum Refusal {
        NONE,
        /// The address, the password or both are wrong: it is not said which.
        WRONG,
        WRONG_CODE,
        SESSION_ENDED
    }

    /// What the door's page shows.
    ///
    /// @param back where she wants to go on; empty: to the first page
    /// @param kept what she had typed when her session ended
    public record Knock(String email, Refusal refusal, String back, Optional<KeptForm> kept) {
        @Override
        public String toString() {
            return "Knock[" + refusal + "]";
        }
    }

    /// What the page shows on which a password is chosen.
    ///
    /// @param path where it is sent
    /// @param weakness a key of the wording; empty when nothing is wrong yet
    /// @param first whether the panel's key is asked, for the very first account
    public record Choice(String path, String name, String email, String weakness, boolean first) {
        @Override
        public String toString() {
            return "Choice[" + weakness + "]";
        }
    }

    public Wording wording() {
        return wording;
    }

    /// The id of the congress that the very first account is for.
    String firstCongress() {
        return receptions.first().id();
    }

    String congressName(String congress) {
        return receptions.congress(congress).called();
    }

    /// The first part that somebody may see, or her own account.
    String firstPath(Visit visit) {
        return frame(visit.congress()).tabs(visit.account().role()).stream()
                .findFirst()
                .map(View.Tab::path)
                .orElse(OwnAccountPage.PATH);
    }

    void addTo(RoutesConfig routes) {
        assets.addTo(routes);
    }

    /// A page with the frame around it: the template gets `view`, and these values.
    public void show(Visit visit, String template, Map<String, Object> values) {
        render(visit.call(), template, "view", view(visit), values);
    }

    /// A part of a page as HTML, for whoever sends it in another way than as an answer. The call may
    /// be over by then.
    public String part(Visit visit, String template, Map<String, Object> values) {
        return html(template, "view", view(visit, Optional.empty()), values);
    }

    /// The same with a status that tells programs what became of the call.
    public void show(Visit visit, HttpStatus status, String template, Map<String, Object> values) {
        visit.call().status(status);
        show(visit, template, values);
    }

    /// What is not there, or of another congress.
    public void notFound(Visit visit) {
        show(visit, HttpStatus.NOT_FOUND, "notfound", Map.of());
    }

    /// What somebody typed when her session ended, to be sent again.
    void goOn(Visit visit, KeptForm kept) {
        show(visit, "goon", Map.of("kept", kept));
    }

    private View view(Visit visit) {
        return view(visit, wording.find("notice." + visit.query(Visit.NOTICE)));
    }

    private View view(Visit visit, Optional<String> notice) {
        return new View(
                frame(visit.congress()),
                visit.account(),
                visit.session().formToken().reveal(),
                notice,
                troubles.apply(visit.congress()));
    }

    void login(Context call, Knock knock) {
        if (knock.refusal() == Refusal.WRONG) {
            call.status(HttpStatus.FORBIDDEN);
        }
        bare(call, "login", Map.of("knock", knock));
    }

    void code(Context call, Knock knock) {
        if (knock.refusal() == Refusal.WRONG_CODE) {
            call.status(HttpStatus.FORBIDDEN);
        }
        bare(call, "code", Map.of("knock", knock));
    }

    void tooManyGuesses(Context call, Duration wait, Knock knock) {
        call.status(HttpStatus.TOO_MANY_REQUESTS);
        call.header(Headers.RETRY_AFTER, Long.toString(roundedUp(wait, SECOND)));
        bare(call, "guesses", Map.of("minutes", roundedUp(wait, MINUTE), "knock", knock));
    }

    private static long roundedUp(Duration wait, Duration unit) {
        return wait.plus(unit).minusNanos(1).dividedBy(unit);
    }

    void choose(Context call, Choice choice) {
        if (!choice.weakness().isEmpty()) {
            call.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        bare(call, "choose", Map.of("choice", choice));
    }

    void noLink(Context call) {
        call.status(HttpStatus.NOT_FOUND);
        bare(call, "nolink", Map.of());
    }

    /// Nobody can come in yet, and this page tells how that is changed.
    void nobodyYet(Context call) {
        call.status(HttpStatus.SERVICE_UNAVAILABLE);
        bare(call, "nobody", Map.of());
    }

    void forbidden(Context call) {
        failure(call, HttpStatus.FORBIDDEN);
    }

    void failure(Context call, HttpStatus status) {
        call.status(status);
        bare(call, "failure", Map.of("status", status.getCode(), "megabytes", Desk.LARGEST_FILE / MEGABYTE));
    }

    /// For a part of a page: the page itself stays as it is, with what was typed.
    void sessionEnded(Context call) {
        call.status(HttpStatus.UNAUTHORIZED);
        bare(call, "ended", Map.of());
    }

    private void bare(Context call, String template, Map<String, Object> values) {
        render(call, template, "frame", frame(firstCongress()), values);
    }

    private Frame frame(String congress) {
        return new Frame(congressName(congress), assets, wording);
    }

    private void render(Context call, String template, String around, Object frame, Map<String, Object> values) {
        call.contentType("text/html; charset=utf-8");
        call.result(html(template, around, frame, values));
    }

    private String html(String template, String around, Object frame, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(around, frame);
        StringOutput page = new StringOutput();
        templates.render("panel/" + template + ".jte", all, page);
        return page.toString();
    }
}
