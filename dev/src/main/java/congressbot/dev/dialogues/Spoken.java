package congressbot.dev.dialogues;

import congressbot.wire.message.Content;
import java.util.Optional;

/// What a person's line in a script stands for. `\n` is a line break; `[voz] …` a voice note with its transcript;
/// `[audio]`, `[image]`, `[document]`, `[location]`, `[contact]`, `[sticker]`, `[reaction]` a message without words.
final class Spoken {
    private static final String VOICE = "[voz] ";
    private static final String REFERENCE = "sample";

    private Spoken() {}

    static Content content(String line) {
        String text = line.replace("\\n", "\n");
        if (text.startsWith(VOICE)) {
            return audio(Optional.of(text.substring(VOICE.length())));
        }
        return switch (text) {
            case "[audio]" -> audio(Optional.empty());
            case "[image]" -> new Content.Image(REFERENCE, Optional.empty());
            case "[document]" -> new Content.Document(REFERENCE, Optional.empty(), Optional.empty());
            case "[location]" -> new Content.Location(-16.68, -49.26, Optional.empty(), Optional.empty());
            case "[contact]" -> new Content.Contact("Ana", Optional.empty());
            case "[sticker]" -> new Content.Unsupported("sticker");
            case "[reaction]" -> new Content.Reaction("3A00", "\uD83D\uDC4D");
            default -> new Content.Text(text);
        };
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

    private static Content.Audio audio(Optional<String> transcript) {
        return new Content.Audio(REFERENCE, Optional.empty(), Optional.empty(), Optional.empty(), transcript);
    }
}
