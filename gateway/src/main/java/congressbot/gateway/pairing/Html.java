package congressbot.gateway.pairing;

import congressbot.wire.http.Access;
import congressbot.wire.page.Asset;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/// Renders the templates under `pairing/`.
final class Html {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Asset style = Asset.beside(Html.class, "pairing.css");
    private final Asset script = Asset.beside(Html.class, "pairing.js");

    void addTo(RoutesConfig routes) {
        routes.get(style.path(), style::answer, Access.PUBLIC);
        routes.get(script.path(), script::answer, Access.PUBLIC);
    }

    /// A whole page.
    void page(Context call, HttpStatus status, String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("style", style.path());
        all.put("script", script.path());
        call.status(status);
        part(call, template, all);
    }

    /// A part of one.
    void part(Context call, String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render("pairing/" + template + ".jte", values, html);
        call.contentType("text/html; charset=utf-8");
        call.result(html.toString());
    }
}
