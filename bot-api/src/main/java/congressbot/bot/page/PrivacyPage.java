package congressbot.bot.page;

import congressbot.bot.congress.Congress;
import congressbot.wire.http.Access;
import congressbot.wire.page.Asset;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/// The privacy notice of a congress, `GET /privacidade`: what is asked, why, for how long, and whom to turn to. It says
/// the same to everybody, so it is rendered once for each version of the congress.
public final class PrivacyPage {
    static final String PATH = "/privacidade";

    /// As strict as a page with one stylesheet and no script can be.
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final Asset stylesheet = Asset.beside(PrivacyPage.class, "page.css");
    private volatile String html = "";

    public PrivacyPage(Congress congress) {
        show(congress);
    }

    /// From now on the page is about this one.
    public void show(Congress congress) {
        StringOutput rendered = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("page/privacy.jte", Map.of("congress", congress, "stylesheet", stylesheet.path()), rendered);
        html = rendered.toString();
    }

    /// The page, and the stylesheet that it links to.
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::answer, Access.PUBLIC);
        routes.get(stylesheet.path(), stylesheet::answer, Access.PUBLIC);
    }

    private void answer(Context call) {
        call.header("Content-Security-Policy", POLICY);
        call.header("Referrer-Policy", "no-referrer");
        call.header("Cache-Control", "no-cache"); // a new version of the notice is seen at once
        call.contentType("text/html; charset=utf-8");
        call.result(html);
    }
}
