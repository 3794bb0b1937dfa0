package congressbot.dev.dialogues;

import congressbot.wire.message.Content;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person's line in a script stands for. `\n` is a line break; `[voz] …` a voice note with its transcript, and
/// `[voz: …] …` one with a caption; `[image] …` and `[document] …` have a caption, `[location] …` a name, and an
/// address behind ` | `. `[audio]`, `[image]`, `[document]`, `[location]`, `[contact]`, `[sticker]`,
/// `[reaction]` alone are messages without words.
public final class Spoken {
    private static final Pattern MARKED =
            Pattern.compile("\\[(?<kind>[a-z]+)(?:: (?<caption>[^]]+))?](?: (?<rest>.+))?", Pattern.DOTALL);

    private static final String REFERENCE = "sample";

    private Spoken() {}

    /// What a line says.
    public static Content content(String line) {
        String text = line.replace("\\n", "\n");
        Matcher form = MARKED.matcher(text);
        return form.matches()
                ? marked(form.group("kind"), words(form.group("caption")), words(form.group("rest")))
                        .orElseGet(() -> new Content.Text(text))
                : new Content.Text(text);
    }

    private static Optional<String> words(@Nullable String group) {
        return Optional.ofNullable(group).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Content> marked(String kind, Optional<String> caption, Optional<String> rest) {
        return Optional.ofNullable(
                switch (kind) {
                    case "voz" -> audio(caption, rest);
                    case "audio" -> audio(Optional.empty(), Optional.empty());
                    case "image" -> new Content.Image(REFERENCE, rest);
                    case "document" -> new Content.Document(REFERENCE, Optional.empty(), rest);
                    case "location" -> location(rest);
                    case "contact" -> new Content.Contact("Ana", Optional.empty());
                    case "sticker" -> new Content.Unsupported("sticker");
                    case "reaction" -> new Content.Reaction("3A00", "\uD83D\uDC4D");
                    default -> null;
                });
    }

    private static Content location(Optional<String> words) {
        String[] nameAndAddress = words.orElse("").split(" \\| ", 2);
        return new Content.Location(
                -16.68, -49.26, words(nameAndAddress[0]), words(nameAndAddress.length > 1 ? nameAndAddress[1] : null));
    }

    /// How many words the person wrote or said.
    static int words(Content content) {
        return switch (content) {
            case Content.Text(String text) -> count(text);
            case Content.Audio audio -> audio.transcript().map(Spoken::count).orElse(0);
            case Content.Image _,
                    Content.Document _,
                    Content.Location _,
                    Content.Contact _,
                    Content.Choice _,
                    Content.Reaction _,
                    Content.Edited _,
                    Content.Deleted _,
                    Content.FromStaff _,
                    Content.Unsupported _ -> 0;
        };
    }

    private static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static Content.Audio audio(Optional<String> caption, Optional<String> transcript) {
        return new Content.Audio(REFERENCE, Optional.empty(), Optional.empty(), caption, transcript);
    }
}
