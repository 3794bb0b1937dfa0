package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A text that is to be a passage of a document.
public final class Passages {
    /// Of a passage the bot cites so many characters at most.
    public static final int LONGEST_EXCERPT = Excerpt.MAX;

    private static final String NAME = "passage" + KnowledgeFile.ENDING;

    /// What stands above it: a second title is a heading like any other.
    private static final String ABOVE = "# above\n\n";

    /// What comes next in the document: it must be read as such, whatever the text leaves open.
    private static final String NEXT = "\n\n## next\n\nnext\n";

    private Passages() {}

    /// What keeps a text from being one passage.
    public static Optional<Fault> faultOfOne(String text) {
        return switch (KnowledgeFile.read(NAME, ABOVE + text + NEXT)) {
            case KnowledgeFile.Outcome.Faulty(Fault fault) ->
                Optional.of(new Fault(Math.max(0, fault.line() - 2), fault.kind(), fault.values()));
            case KnowledgeFile.Outcome.Read(Document document) -> fault(document.sections());
        };
    }

    private static Optional<Fault> fault(List<Section> sections) {
        boolean one = sections.size() == 2 && sections.getFirst().heading().isEmpty();
        return one ? Optional.empty() : Optional.of(Fault.at(0, Kind.NO_PASSAGE));
    }

    /// A text that has no fault, set for its author.
    public static List<Block> blocks(String text) {
        return Preview.of(text);
    }

    /// The words of a text that has no fault, without the marks of Markdown: sentences in one line,
    /// entries each in its own.
    public static String plain(String text) {
        return Markdown.parse(text).sections().stream()
                .flatMap(section -> section.pieces().stream())
                .map(piece -> (piece.startsWith(Section.ENTRY) ? "\n" : " ") + piece)
                .collect(Collectors.joining())
                .strip();
    }
}
