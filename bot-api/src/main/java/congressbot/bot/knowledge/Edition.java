package congressbot.bot.knowledge;

import java.time.Instant;
import java.util.Optional;

/// A version of a document: who wrote it, where and when.
///
/// @param name of the document
/// @param title as answers name it
/// @param author in the panel
/// @param counts it is the one that is searched
/// @param bytes how large it is; 0 for one that says that the document was deleted
public record Edition(
        long id,
        String name,
        Optional<String> title,
        Origin origin,
        Optional<String> author,
        Instant at,
        boolean counts,
        int bytes) {
    public boolean deletes() {
        return bytes == 0;
    }
}
