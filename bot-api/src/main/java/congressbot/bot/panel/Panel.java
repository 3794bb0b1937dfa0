package congressbot.bot.panel;

import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Entrance;
import congressbot.wire.process.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The organisers' pages under `/painel`: the door, and the parts behind it.
public final class Panel {
    public static final String PATH = "/painel";

    private static final List<String> EVERYTHING = List.of(PATH, PATH + "/*");
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    private static final String HTTPS_FOR_A_YEAR = "max-age=31536000";
    private static final String PAGE = "text/html";

    private final Doors doors;
    private final Pages pages;
    private final OwnPages ownPages;
    private final List<Part> parts;
    private final List<Desk.Route> guarded = new ArrayList<>();

    /// @param doors how people come in
    /// @param parts what is behind them
    public Panel(Doors doors, Pages pages, List<Part> parts) {
        this.doors = doors;
        this.pages = pages;
        this.ownPages = new OwnPages(doors.publicUrl());
        this.parts = List.copyOf(parts);
    }

    /// How people come in.
    ///
    /// @param key opens the panel to whoever makes the very first account; empty: that is made from
    ///     the command line
    /// @param publicUrl its scheme decides whether cookies and pages are for https only
    public record Doors(
            Optional<Secret> key, URI publicUrl, Entrance entrance, AccountDesk accounts, InstantSource time) {
        boolean secure() {
            return "https".equalsIgnoreCase(publicUrl.getScheme());
        }
    }

    public void addTo(RoutesConfig routes) {
        for (String path : EVERYTHING) {
            routes.before(path, this::enter);
            routes.after(path, this::leave);
        }
        pages.addTo(routes);
        Visitors visitors = new Visitors(doors.entrance().sessions(), doors.secure());
        Desk desk = new Desk(routes, visitors, pages);
        Guesses guesses = new Guesses(doors.time());
        new Door(doors, visitors, pages, guesses).addTo(routes, desk);
        new Welcome(doors, visitors, pages, guesses).addTo(routes);
        new OwnAccountPage(doors.entrance(), visitors, guesses, pages).addTo(desk);
        parts.forEach(part -> part.addTo(desk));
        guarded.addAll(desk.guarded());
    }

    /// All routes behind the door, with what they need.
    List<Desk.Route> guarded() {
        return List.copyOf(guarded);
    }

    private void enter(Context call) {
        call.header("Content-Security-Policy", POLICY);
        if (doors.secure()) {
            call.header("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
        }
        // The length of a compressed page would tell what of a search stands in it, and the form's token (BREACH).
        call.disableCompression();
        if (!ownPages.mayAsk(call)) {
            pages.forbidden(call);
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
