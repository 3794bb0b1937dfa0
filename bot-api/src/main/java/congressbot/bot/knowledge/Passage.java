package congressbot.bot.knowledge;

import java.util.List;

/// A piece of what the organisers published, as it is stored: what stands under one heading.
///
/// @param id names this version of it
/// @param title of the document: the source that an answer names
/// @param heading empty for what stands before the first one
/// @param body plain text, a sentence, a row of a table or an entry of a list on each line
/// @param digest of its words: what was computed of them holds for it
public record Passage(long id, String title, String heading, String body, String digest) {
    /// Title and heading, as they are shown to people.
    public String source() {
        return heading.isBlank() || heading.equals(title) ? title : title + ", " + heading;
    }

    /// All its words.
    public String text() {
        return title + "\n" + heading + "\n" + body;
    }

    /// The rows of its tables.
    public List<String> rows() {
        return body.lines().filter(line -> line.contains(Section.BETWEEN_CELLS)).toList();
    }
}
