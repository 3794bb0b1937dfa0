package congressbot.bot.panel;

import congressbot.bot.account.Right;
import congressbot.bot.account.Session;
import congressbot.wire.http.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where the parts of the panel register their routes, each with the right that it needs. Whoever is
/// not in goes to the door, and what she typed goes with her; whoever may not is refused; a form
/// without the session's token is not taken. Paths are below the panel's.
public final class Desk {
    static final String FORM_TOKEN = "csrf";

    /// Largest file, in bytes.
    public static final long LARGEST_FILE = 20L * 1024 * 1024;

    /// For the fields beside the file and the lines between the parts, in bytes.
    private static final long AROUND_A_FILE = 64L * 1024;

    private static final String FILE = "arquivo";

    private final RoutesConfig routes;
    private final Visitors visitors;
    private final Pages pages;
    private final List<Route> guarded = new ArrayList<>();

    Desk(RoutesConfig routes, Visitors visitors, Pages pages) {
        this.routes = routes;
        this.visitors = visitors;
        this.pages = pages;
    }

    /// A route behind the door.
    ///
    /// @param right what it needs; empty: to be in is enough
    record Route(HandlerType method, String path, Optional<Right> right) {}

    /// Answers a call.
    @FunctionalInterface
    public interface Handler {
        void answer(Visit visit) throws IOException;
    }

    /// Answers a call that brings a file.
    @FunctionalInterface
    public interface UploadHandler {
        void answer(Visit visit, Upload upload) throws IOException;
    }

    /// A file that came, at most [Desk#LARGEST_FILE] long.
    ///
    /// @param name as the browser told it
    public record Upload(String name, UploadedFile file) {
        public InputStream open() {
            return file.content();
        }
    }

    public void get(String path, Right right, Handler handler) {
        read(path, Optional.of(right), visitors::session, handler);
    }

    /// For everybody who is in.
    public void get(String path, Handler handler) {
        read(path, Optional.empty(), visitors::session, handler);
    }

    /// For what a page asks by itself: it keeps no session alive.
    public void poll(String path, Right right, Handler handler) {
        read(path, Optional.of(right), visitors::sessionOfPage, handler);
    }

    public void post(String path, Right right, Handler handler) {
        write(path, Optional.of(right), handler);
    }

    /// For everybody who is in.
    public void post(String path, Handler handler) {
        write(path, Optional.empty(), handler);
    }

    /// A form (`multipart/form-data`) with a file named `arquivo`.
    public void upload(String path, Right right, UploadHandler handler) {
        add(HandlerType.POST, path, Optional.of(right), call -> {
            Optional<Session> session = visitors.session(call);
            if (session.isEmpty()) {
                toDoor(call, Optional.empty());
            } else if (!mayAsk(session.get(), Optional.of(right))) {
                pages.forbidden(call);
            } else if (isTooLarge(call)) {
                Form.hearOut(call);
                pages.failure(call, HttpStatus.CONTENT_TOO_LARGE);
            } else {
                take(new Visit(call, session.get(), new Form(call.formParamMap())), handler);
            }
        });
    }

    private void take(Visit visit, UploadHandler handler) throws IOException {
        UploadedFile file = visit.call().uploadedFile(FILE);
        if (!visit.session().formToken().matches(visit.form().field(FORM_TOKEN))) {
            pages.forbidden(visit.call());
        } else if (file == null) {
            pages.failure(visit.call(), HttpStatus.BAD_REQUEST);
        } else {
            handler.answer(visit, new Upload(file.filename(), file));
        }
    }

    /// A length that is not told is too long.
    private static boolean isTooLarge(Context call) {
        long length = call.req().getContentLengthLong();
        return length < 0 || length > LARGEST_FILE + AROUND_A_FILE;
    }

    /// All routes behind the door.
    List<Route> guarded() {
        return List.copyOf(guarded);
    }

    private void read(
            String path, Optional<Right> right, Function<Context, Optional<Session>> visitor, Handler handler) {
        add(HandlerType.GET, path, right, call -> {
            Optional<Session> session = visitor.apply(call);
            if (session.isEmpty()) {
                toDoor(call, Optional.empty());
            } else if (mayAsk(session.get(), right)) {
                handler.answer(new Visit(call, session.get(), Form.NONE));
            } else {
                pages.forbidden(call);
            }
        });
    }

    private void write(String path, Optional<Right> right, Handler handler) {
        add(HandlerType.POST, path, right, call -> {
            Optional<Form> form = Form.read(call);
            if (form.isEmpty()) {
                return;
            }
            Optional<Session> session = visitors.session(call);
            if (session.isEmpty()) {
                toDoor(call, KeptForm.of(call.path(), form.get()));
            } else if (!mayAsk(session.get(), right)) {
                pages.forbidden(call);
            } else if (!session.get().formToken().matches(form.get().field(FORM_TOKEN))) {
                doubt(new Visit(call, session.get(), form.get()));
            } else {
                handler.answer(new Visit(call, session.get(), form.get()));
            }
        });
    }

    /// A form of an earlier session of the same browser: nothing is done, and nothing typed is lost.
    private void doubt(Visit visit) {
        Optional<KeptForm> kept = KeptForm.of(visit.call().path(), visit.form());
        if (kept.isPresent()) {
            visit.call().status(HttpStatus.FORBIDDEN);
            pages.goOn(visit, kept.get());
        } else {
            pages.forbidden(visit.call());
        }
    }

    private void toDoor(Context call, Optional<KeptForm> kept) {
        boolean part =
                "true".equals(call.header("HX-Request")) || "text/event-stream".equals(call.header(Header.ACCEPT));
        if (part) {
            pages.sessionEnded(call);
        } else if (kept.isPresent()) {
            call.status(HttpStatus.UNAUTHORIZED);
            pages.login(call, new Pages.Knock("", Pages.Refusal.SESSION_ENDED, "", kept));
        } else {
            boolean reads = call.method().equals(HandlerType.GET);
            call.redirect(reads ? Door.pathBackTo(call) : Door.IN, HttpStatus.SEE_OTHER);
        }
    }

    private static boolean mayAsk(Session session, Optional<Right> right) {
        return right.isEmpty() || session.account().role().may(right.get());
    }

    private void add(HandlerType method, String path, Optional<Right> right, io.javalin.http.Handler handler) {
        String whole = Panel.PATH + path;
        guarded.add(new Route(method, whole, right));
        if (method.equals(HandlerType.GET)) {
            routes.get(whole, handler, Access.PUBLIC);
        } else {
            routes.post(whole, handler, Access.PUBLIC);
        }
    }
}
