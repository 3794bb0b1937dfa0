package congressbot.bot.knowledge;

import congressbot.bot.knowledge.Block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Turns Markdown into [Block]s. HTML shows as the text that it is, an image as its words, and of links only those to
/// pages, mailboxes and telephones are links.
final class Preview {
    private static final Pattern SAFE = Pattern.compile("(?i)(?:https?://|mailto:|tel:)[!-~]+");

    private Preview() {}

    /// @param document one without a [fault][MarkdownTree#fault]
    static List<Block> of(String document) {
        return blocks(MarkdownTree.of(document));
    }

    private static List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> blocks.add(new Block.Heading(heading.getLevel(), spans(heading)));
                case Paragraph paragraph -> blocks.add(new Block.Paragraph(spans(paragraph)));
                case ListBlock list -> blocks.add(new Block.Entries(list instanceof OrderedList, items(list)));
                case TableBlock table -> blocks.add(table(table));
                case BlockQuote quote -> blocks.add(new Block.Quote(blocks(quote)));
                case FencedCodeBlock code -> blocks.add(new Block.Code(code.getLiteral()));
                case IndentedCodeBlock code -> blocks.add(new Block.Code(code.getLiteral()));
                case HtmlBlock html -> blocks.add(new Block.Code(html.getLiteral()));
                case ThematicBreak _ -> blocks.add(new Block.Rule());
                default -> {} // the definition of a link: nothing to show
            }
        }
        return blocks;
    }

    private static List<List<Block>> items(ListBlock list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return items;
    }

    private static Block table(TableBlock table) {
        List<List<Span>> heads = new ArrayList<>();
        List<List<List<Span>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                if (part instanceof TableHead) {
                    heads.addAll(cells(row));
                } else if (part instanceof TableBody) {
                    rows.add(cells(row));
                }
            }
        }
        return new Block.Table(heads, rows);
    }

    private static List<List<Span>> cells(Node row) {
        List<List<Span>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(spans(cell));
        }
        return cells;
    }

    private static List<Span> spans(Node parent) {
        List<Span> spans = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> spans.add(new Span.Words(text.getLiteral()));
                case Code code -> spans.add(new Span.Code(code.getLiteral()));
                case Emphasis stressed -> spans.add(new Span.Stressed(spans(stressed)));
                case StrongEmphasis strong -> spans.add(new Span.Strong(spans(strong)));
                case Link link
                when SAFE.matcher(link.getDestination()).matches() ->
                    spans.add(new Span.Link(link.getDestination(), spans(link)));
                case Link link -> spans.addAll(spans(link));
                case Image image -> spans.addAll(spans(image));
                case HtmlInline html -> spans.add(new Span.Words(html.getLiteral()));
                case SoftLineBreak _ -> spans.add(new Span.Words(" "));
                case HardLineBreak _ -> spans.add(new Span.LineBreak());
                default -> {} // nothing that CommonMark has
            }
        }
        return spans;
    }
}
