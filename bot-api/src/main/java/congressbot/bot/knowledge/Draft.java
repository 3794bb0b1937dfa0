package congressbot.bot.knowledge;

import java.util.OptionalLong;

/// A text that somebody wants to become the next version of a document.
///
/// @param name of the document
/// @param basis the version that she had before her; empty where there was none
public record Draft(String name, String content, OptionalLong basis) {
    /// A browser sends lines that end in CR LF.
    public Draft {
        content = content.replace("\r\n", "\n").replace('\r', '\n');
    }
}
