package congressbot.bot.knowledge;

import java.util.List;

/// A document of the organisers, cut at its headings.
///
/// @param name of the file: with it a document stays the same one through its versions
/// @param title names it as a source
/// @param content as it was written
record Document(String name, String title, String content, List<Section> sections) {
    Document {
        sections = List.copyOf(sections);
    }

    String digest() {
        return Digest.of(title, content);
    }
}
