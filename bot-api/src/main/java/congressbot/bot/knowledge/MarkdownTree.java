package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Parses CommonMark with tables, and tells what in a document is not for us, before anybody walks down its tree.
final class MarkdownTree {
    /// Blocks inside each other: quotes and lists. Deeper ones are read as text.
    private static final int MAX_BLOCKS = 20;

    /// Nodes inside each other; a document of a person has a dozen.
    private static final int MAX_DEPTH = 100;

    /// Longest paragraph as it is written, in characters.
    private static final int MAX_PARAGRAPH = 20_000;

    /// Signs `<`: the parser looks for the end of each through the whole paragraph. Only addresses begin with one here.
    private static final int MAX_OPENING = 1_000;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_BLOCKS)
            .build();

    private MarkdownTree() {}

    /// A node, and how many stand above it.
    private record Place(Node node, int depth) {}

    static Node of(String document) {
        return PARSER.parse(document);
    }

    /// HTML is not read: it can hide from the eye what stands in the file. What is too deep or too long is a mistake,
    /// or meant to stop us.
    static Optional<Fault> fault(String document) {
        if (document.chars().filter(sign -> sign == '<').count() > MAX_OPENING) {
            return Optional.of(Fault.at(0, Kind.HTML));
        }
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(of(document), 0));
        while (!open.isEmpty()) {
            Place place = open.pop();
            Optional<Fault> fault = fault(place);
            if (fault.isPresent()) {
                return fault;
            }
            for (Node child = place.node().getLastChild(); child != null; child = child.getPrevious()) {
                open.push(new Place(child, place.depth() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(Place place) {
        Node node = place.node();
        if (place.depth() > MAX_DEPTH) {
            return Optional.of(Fault.at(line(node), Kind.TOO_DEEP));
        }
        if (node instanceof HtmlBlock || node instanceof HtmlInline) {
            return Optional.of(Fault.at(line(node), Kind.HTML));
        }
        if (node instanceof Paragraph
                && node.getSourceSpans().stream()
                                .mapToInt(SourceSpan::getLength)
                                .sum()
                        > MAX_PARAGRAPH) {
            return Optional.of(Fault.at(line(node), Kind.LONG_PARAGRAPH, MAX_PARAGRAPH));
        }
        return Optional.empty();
    }

    private static int line(Node node) {
        return node.getSourceSpans().stream()
                .map(span -> span.getLineIndex() + 1)
                .findFirst()
                .orElse(0);
    }
}
