package congressbot.bot.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Reads CommonMark with tables into plain text: headings cut sections, and a sentence, a row, an entry is one piece.
final class Markdown {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    /// After one of these no sentence ends: "R. 4", "Dr. Lima", "p. ex.".
    private static final Pattern ABBREVIATION = Pattern.compile("(?:^|[\\s(])\\p{L}{1,4}\\.\\s*$");

    /// Before one of these a sentence goes on.
    private static final Pattern CONTINUATION = Pattern.compile("^[\\p{Ll}\\d]");

    /// Characters before the end of a sentence.
    private static final int CLOSE = 40;

    private final List<Section> sections = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /// Of the headings: one that is left out takes no place.
    private final List<Integer> levels = new ArrayList<>();

    private List<String> pieces = new ArrayList<>();
    private Optional<String> title = Optional.empty();

    private Markdown() {}

    /// What stands in a document.
    ///
    /// @param title its heading of the first level, where there is one
    record Parsed(Optional<String> title, List<Section> sections) {}

    static Parsed parse(String document) {
        Markdown markdown = new Markdown();
        markdown.read(MarkdownTree.of(document));
        markdown.endSection();
        return new Parsed(markdown.title, List.copyOf(markdown.sections));
    }

    private void read(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> begin(heading);
                case ListBlock list -> entries(list);
                case TableBlock table -> rows(table);
                case Paragraph paragraph -> pieces.addAll(sentences(text(paragraph)));
                case BlockQuote quote -> read(quote);
                case FencedCodeBlock code -> lines(code.getLiteral());
                case IndentedCodeBlock code -> lines(code.getLiteral());
                default -> {} // a thematic break, a definition of a link: nothing to say
            }
        }
    }

    private void begin(Heading heading) {
        endSection();
        String text = text(heading);
        if (heading.getLevel() == 1 && title.isEmpty()) {
            title = Optional.of(text);
            return;
        }
        while (!levels.isEmpty() && levels.getLast() >= heading.getLevel()) {
            levels.removeLast();
            headings.removeLast();
        }
        levels.add(heading.getLevel());
        headings.add(text);
    }

    private void endSection() {
        if (!pieces.isEmpty()) {
            int last = headings.size() - 1;
            sections.add(
                    last < 0
                            ? Section.of("", List.of(), pieces)
                            : Section.of(headings.get(last), headings.subList(0, last), pieces));
        }
        pieces = new ArrayList<>();
    }

    private void entries(ListBlock list) {
        for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            List<String> entry = new ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock nested) {
                    add(entry);
                    entries(nested);
                } else if (part instanceof Block) {
                    entry.add(text(part));
                }
            }
            add(entry);
        }
    }

    private void add(List<String> entry) {
        if (!entry.isEmpty()) {
            pieces.add(Section.ENTRY + String.join(" ", entry));
        }
        entry.clear();
    }

    /// Every row says what its cells are: it may be shown alone.
    private void rows(TableBlock table) {
        List<String> heads = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                List<String> cells = cells(row);
                if (part instanceof TableHead) {
                    heads.addAll(cells);
                } else if (part instanceof TableBody) {
                    add(new ArrayList<>(List.of(labelled(heads, cells))));
                }
            }
        }
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(text(cell));
        }
        return cells;
    }

    private static String labelled(List<String> heads, List<String> cells) {
        List<String> labelled = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String head = i < heads.size() ? heads.get(i) : "";
            if (!cells.get(i).isBlank()) {
                labelled.add(head.isBlank() ? cells.get(i) : head + ": " + cells.get(i));
            }
        }
        return String.join(Section.BETWEEN_CELLS, labelled);
    }

    private void lines(String code) {
        code.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(pieces::add);
    }

    static List<String> sentences(String paragraph) {
        BreakIterator boundaries = BreakIterator.getSentenceInstance(PORTUGUESE);
        boundaries.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            if (end == paragraph.length() || !goesOn(paragraph, start, end)) {
                sentences.add(paragraph.substring(start, end).strip());
                start = end;
            }
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.toList());
    }

    /// Only what stands close to the boundary is looked at, however long the paragraph is.
    private static boolean goesOn(String paragraph, int start, int end) {
        String before = paragraph.substring(Math.max(start, end - CLOSE), end);
        String after = paragraph.substring(end, end + 1);
        return ABBREVIATION.matcher(before).find()
                || CONTINUATION.matcher(after).find();
    }

    /// The words of a node without their marks; a link shows its address.
    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        switch (node) {
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
            case Link link -> appendLink(link, text);
            default -> appendChildren(node, text);
        }
    }

    private static void appendChildren(Node node, StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            append(child, text);
        }
    }

    private static void appendLink(Link link, StringBuilder text) {
        int before = text.length();
        appendChildren(link, text);
        String shown = text.substring(before);
        String address = link.getDestination().replaceFirst("^mailto:", "");
        if (!address.equals(shown)) {
            text.append(" (").append(address).append(')');
        }
    }
}
