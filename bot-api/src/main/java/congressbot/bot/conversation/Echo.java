package congressbot.bot.conversation;

import congressbot.bot.text.Spelling;
import congressbot.bot.text.Text;
import congressbot.wire.message.Content;
import congressbot.wire.message.WellFormed;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows a person what was understood of a voice note, above the answer to it.
final class Echo {
    /// Characters of a note that are shown: enough to see whether it was understood.
    private static final int LONGEST = 300;

    private static final String CUT = "…";

    private static final String IN_LABEL = "[\\p{L}\\p{N}_-]";

    /// An address that a phone makes a link of: one that somebody had us say is none of ours. An
    /// e-mail address stays: its owner sees whether it was understood.
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*"
            + "|\\b[\\w-]+(?:\\.[\\w-]+)+/\\S*"
            + "|(?<![\\p{L}\\p{N}_@])(?<!@[\\p{L}\\p{N}_.-]{1,253})"
            + "(?:" + IN_LABEL
            + "+\\.)+\\p{L}{2,24}(?![\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_.%+-]*@[\\p{L}\\p{N}])(?:[:/?#]\\S+)?");

    private Echo() {}

    /// Empty when no words were heard.
    static Optional<Text> of(Content content) {
        return shownOf(content).map(text -> Text.of("heard", Map.of("text", text)));
    }

    /// The words of a voice note as they were shown.
    static Optional<String> shownOf(Content content) {
        return content instanceof Content.Audio audio
                ? audio.transcript().map(Echo::shown).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String shown(String transcript) {
        String line = LINK.matcher(Spelling.cleaned(transcript)).replaceAll(CUT);
        return line.length() <= LONGEST ? line : WellFormed.cut(line, LONGEST).strip() + CUT;
    }
}
