package congressbot.bot.panel;

import congressbot.bot.page.PrivacyPage;
import congressbot.wire.http.Access;
import congressbot.wire.page.Asset;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files that the panel's pages load: our own, and those of the libraries.
public final class PanelAssets {
    private static final String LIBRARIES = "/META-INF/resources/webjars/";
    /// The pages that anybody may read and the panel's have their files in one place.
    private static final Class<?> BESIDE = PrivacyPage.class;

    private static final String STYLE = "panel.css";

    /// Of each part of the panel, behind what all have alike.
    private static final List<String> STYLES =
            List.of(STYLE, "panel-people.css", "panel-chats.css", "panel-knowledge.css", "panel-figures.css");

    private static final List<String> SCRIPTS =
            List.of("panel.js", "panel-people.js", "panel-chats.js", "panel-figures.js");
    private static final Map<String, String> FOREIGN = Map.of(
            "pico.css", LIBRARIES + "picocss__pico/2.1.1/css/pico.min.css",
            "htmx.js", LIBRARIES + "htmx.org/2.0.10/dist/htmx.min.js",
            "chart.js", LIBRARIES + "chart.js/4.5.1/dist/chart.umd.js");

    private final Map<String, Asset> assets;

    private PanelAssets(Map<String, Asset> assets) {
        this.assets = assets;
    }

    static PanelAssets load() {
        return new PanelAssets(Stream.of(
                        Stream.of(Asset.joined(BESIDE, STYLE, STYLES)),
                        SCRIPTS.stream().map(name -> Asset.beside(BESIDE, name)),
                        FOREIGN.entrySet().stream().map(file -> Asset.beside(BESIDE, file.getKey(), file.getValue())))
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Asset::name, Function.identity())));
    }

    void addTo(RoutesConfig routes) {
        assets.values().forEach(asset -> routes.get(asset.path(), asset::answer, Access.PUBLIC));
    }

    String path(String name) {
        return Objects.requireNonNull(assets.get(name), name).path();
    }
}
