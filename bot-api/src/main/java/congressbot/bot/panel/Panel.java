package congressbot.bot.panel;

import congressbot.bot.participant.ParticipantList;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The organisers' pages under `/painel`: the door, the list of registrations, the list as a file. Without a password
/// they are off, and say so.
public final class Panel {
    static final String PATH = "/painel";

    private static final List<String> EVERYTHING = List.of(PATH, PATH + "/*");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String HTTPS_FOR_A_YEAR = "max-age=31536000";
    private static final String PAGE = "text/html";

    private final Optional<Secret> password;
    private final ParticipantList list;
    private final InstantSource time;
    private final boolean secure;
    private final OwnPages ownPages;
    private final Pages pages;

    /// The panel of one congress.
    ///
    /// @param password empty when the panel is off
    /// @param publicUrl its scheme decides whether cookies and pages are for https only
    public Panel(Optional<Secret> password, URI publicUrl, String congress, ParticipantList list, InstantSource time) {
        this.password = password;
        this.list = list;
        this.time = time;
        this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
        this.ownPages = new OwnPages(publicUrl);
        this.pages = Pages.of(congress);
    }

    public void addTo(RoutesConfig routes) {
        for (String path : EVERYTHING) {
            routes.before(path, this::enter);
            routes.after(path, this::leave);
        }
        pages.addTo(routes);
        if (password.isPresent()) {
            Wording wording = Wording.load();
            Door door = new Door(password.get(), secure, pages, time);
            door.addTo(routes);
            new ListPage(door, list, pages, wording).addTo(routes);
            new ListFile(door, list, wording, time).addTo(routes);
        }
    }

    private void enter(Context call) {
        call.header("Content-Security-Policy", POLICY);
        if (secure) {
            call.header("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
        }
        // The length of a compressed page would tell what of a search stands in it, and the form's token (BREACH).
        call.disableCompression();
        if (password.isEmpty()) {
            pages.off(call);
            call.skipRemainingHandlers();
        } else if (!ownPages.mayAsk(call)) {
            pages.failure(call, HttpStatus.FORBIDDEN);
            call.skipRemainingHandlers();
        }
    }

    /// Errors are told to programs as JSON, to people as a page.
    private void leave(Context call) {
        String type = call.res().getContentType();
        boolean page = type != null && type.startsWith(PAGE);
        if (call.statusCode() >= HttpStatus.BAD_REQUEST.getCode() && !page) {
            pages.failure(call, call.status());
        }
    }
}
