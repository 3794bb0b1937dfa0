package congressbot.bot.panel.figures;

import congressbot.bot.figures.Counts;
import java.util.List;

/// What the page of the figures shows.
///
/// @param days the first and the last one, in words
/// @param counted when was last counted, in words; empty: never yet
/// @param empty nothing happened yet at all
public record Board(Period period, String days, String counted, boolean empty, List<Tile> tiles, List<Chart> charts) {
    public Board {
        tiles = List.copyOf(tiles);
        charts = List.copyOf(charts);
    }

    static Board of(Period period, Counts counts, FigureWords words, String counted) {
        return new Board(
                period,
                words.days(counts.span()),
                counted,
                counts.isEmpty(),
                new Tiles(counts, words, period).all(),
                new Charts(counts, words).all());
    }

    public List<Period> periods() {
        return List.of(Period.values());
    }
}
