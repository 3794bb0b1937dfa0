package congressbot.bot.knowledge;

import congressbot.bot.congress.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands under one heading of a document.
///
/// @param heading empty for what stands before the first one
/// @param above the headings above it, the highest first
/// @param faq the heading is a question: this is its answer
/// @param pieces sentences, rows of a table (`Day: 18 May · Room: 2`) and entries of a list, which begin with [#ENTRY]
/// @param topic a fact of `congress.yaml`, which has sentences of its own in every language
/// @param hints words by which it is found besides its own
/// @param kinds of answer that it gives; empty for those that its pieces hold
record Section(
        String heading,
        List<String> above,
        boolean faq,
        List<String> pieces,
        Optional<Topic> topic,
        List<String> hints,
        List<String> kinds) {
    /// Before an entry of a list and a row of a table.
    static final String ENTRY = "• ";

    /// In a row.
    static final String BETWEEN_CELLS = " · ";

    private static final String BETWEEN_HEADINGS = " › ";

    Section {
        above = List.copyOf(above);
        pieces = List.copyOf(pieces);
        hints = List.copyOf(hints);
        kinds = List.copyOf(kinds);
    }

    static Section of(String heading, List<String> above, List<String> pieces) {
        return new Section(heading, above, isQuestion(heading), pieces, Optional.empty(), List.of(), List.of());
    }

    private static boolean isQuestion(String heading) {
        return heading.endsWith("?");
    }

    /// The heading as an answer names it. A question stands alone, and stands above nothing.
    String shownHeading() {
        return faq
                ? heading
                : Stream.concat(above.stream().filter(one -> !isQuestion(one)), Stream.of(heading))
                        .collect(Collectors.joining(BETWEEN_HEADINGS));
    }

    String body() {
        return String.join("\n", pieces);
    }

    /// The words count, not where they stand.
    String digest(String title) {
        return Digest.of(title, shownHeading(), body());
    }
}
