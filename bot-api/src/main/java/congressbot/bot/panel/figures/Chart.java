package congressbot.bot.panel.figures;

import java.util.List;

/// A table, and how it is drawn. The script draws what stands in the table, so that both always say the same.
///
/// @param id of its section in the page
/// @param form `bar`, `row` (bars that lie) or `line`
/// @param note what is to be known of it; empty for nothing
/// @param first the head of the first column
/// @param columns the other columns
/// @param empty nothing of it happened
public record Chart(
        String id,
        String title,
        String form,
        String note,
        String first,
        List<Column> columns,
        List<Row> rows,
        boolean empty) {
    public Chart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A column but the first.
    ///
    /// @param drawn whether the chart shows it; else it stands in the table only
    public record Column(String name, boolean drawn) {}

    /// A row: its first cell, and the others.
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What stands under a column.
    ///
    /// @param shown as people read it
    /// @param value as the script reads it, with a decimal point
    public record Cell(String shown, String value) {}
}
