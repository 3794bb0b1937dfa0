package congressbot.bot.knowledge;

import congressbot.bot.text.Spelling;
import java.util.regex.Pattern;

/// Names of documents: those of their files.
public final class DocumentName {
    private static final Pattern FIT = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}\\.md");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 80;

    private DocumentName() {}

    static boolean isFit(String name) {
        return FIT.matcher(name).matches();
    }

    /// For what an organiser calls a new document; not [fit][#isFit] where nothing of it can stand in a name.
    public static String of(String called) {
        String plain =
                NO_LETTER.matcher(Spelling.folded(called)).replaceAll("-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST)) + KnowledgeFile.ENDING;
    }
}
