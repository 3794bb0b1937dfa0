package congressbot.dev.simulator;

import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The mails that were sent: `/api/mails/…`. Their HTML comes from outside: it is shown without scripts, without the
/// network, and in an origin of its own.
final class MailEndpoints {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; sandbox";

    private final Mailbox mailbox;
    private final SimulatorTexts texts;

    MailEndpoints(Mailbox mailbox, SimulatorTexts texts) {
        this.mailbox = mailbox;
        this.texts = texts;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/mails/{id}", this::open);
        routes.get("/api/mails/{id}/html", this::html);
        routes.get("/api/mails/{id}/attachments/{index}", this::attachment);
    }

    private void open(Context call) throws IOException, MessagingException {
        mailbox.open(call.pathParam("id")).ifPresentOrElse(mail -> Bodies.answer(call, mail), () -> notFound(call));
    }

    private void html(Context call) throws IOException, MessagingException {
        mailbox.parts(call.pathParam("id"))
                .flatMap(MailParts::html)
                .ifPresentOrElse(
                        html -> {
                            call.header("Content-Security-Policy", POLICY);
                            call.contentType("text/html; charset=utf-8");
                            call.result(html);
                        },
                        () -> notFound(call));
    }

    private void attachment(Context call) throws IOException, MessagingException {
        List<MailParts.File> files =
                mailbox.parts(call.pathParam("id")).map(MailParts::files).orElseGet(List::of);
        Optional<MailParts.File> file = Optional.of(call.pathParam("index"))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .filter(index -> index < files.size())
                .map(files::get);
        file.ifPresentOrElse(found -> download(call, found), () -> notFound(call));
    }

    private static void download(Context call, MailParts.File file) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        call.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        call.contentType("application/octet-stream");
        call.result(file.bytes());
    }

    private void notFound(Context call) {
        Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), texts.of("problem.not-found"));
    }
}
