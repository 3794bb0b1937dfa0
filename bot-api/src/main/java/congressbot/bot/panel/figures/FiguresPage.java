package congressbot.bot.panel.figures;

import congressbot.bot.account.Right;
import congressbot.bot.figures.Counts;
import congressbot.bot.figures.Figures;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Part;
import congressbot.bot.panel.Visit;
import congressbot.bot.panel.Wording;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/// `/painel/numeros`: what was counted, and nothing that would have to be counted now.
public final class FiguresPage implements Part {
    private static final String PERIOD = "periodo";

    private final Figures figures;
    private final Pages pages;
    private final InstantSource time;
    private final FigureWords words;

    public FiguresPage(Figures figures, Pages pages, InstantSource time) {
        this.figures = figures;
        this.pages = pages;
        this.time = time;
        this.words = new FigureWords(pages.wording());
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/numeros", Right.SEE_FIGURES, this::show);
    }

    private void show(Visit visit) {
        Period period = Period.of(visit.query(PERIOD));
        LocalDate today = LocalDate.ofInstant(time.instant(), Wording.ZONE);
        Counts counts = period.days().isPresent()
                ? figures.of(visit.congress(), period.days().getAsInt(), today)
                : figures.ofAll(visit.congress(), today);
        String counted = counts.counted().map(pages.wording()::moment).orElse("");
        pages.show(
                visit,
                "figures/board",
                Map.of(
                        "board", Board.of(period, counts, words, counted),
                        "periodNames", periodNames(),
                        "mayManage", visit.may(Right.MANAGE_ACCOUNTS)));
    }

    private Map<Period, String> periodNames() {
        Map<Period, String> names = new EnumMap<>(Period.class);
        for (Period period : Period.values()) {
            names.put(period, words.said("period." + period.code()));
        }
        return names;
    }
}
