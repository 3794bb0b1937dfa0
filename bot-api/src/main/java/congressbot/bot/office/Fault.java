package congressbot.bot.office;

import congressbot.bot.registration.Answer;
import congressbot.bot.registration.Parsed;
import congressbot.bot.registration.Place;
import congressbot.bot.registration.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Why what stands in a field cannot be taken.
///
/// @param text a sentence for whoever typed it
/// @param candidates what may have been meant
public record Fault(String text, List<String> candidates) {
    public Fault {
        candidates = List.copyOf(candidates);
    }

    static Fault of(String key, OfficeWords words) {
        return new Fault(words.fault(key), List.of());
    }

    /// Of a text that is no value.
    static Fault of(Parsed<? extends Answer> parsed, OfficeWords words) {
        return switch (parsed) {
            case Parsed.Invalid<? extends Answer>(Reason reason) -> of(key(reason), words);
            case Parsed.Part<? extends Answer>(String _, Reason missing) -> of(key(missing), words);
            case Parsed.Suggest<? extends Answer> suggestion -> meant(List.of(suggestion.suggested()), words);
            case Parsed.Choose<? extends Answer> choice -> meant(choice.candidates(), words);
            case Parsed.Ok<? extends Answer> _,
                    Parsed.OfTheChat<? extends Answer> _,
                    Parsed.ReadBack<? extends Answer> _ -> of("empty", words);
        };
    }

    private static Fault meant(List<? extends Answer> candidates, OfficeWords words) {
        List<String> shown = candidates.stream().map(Answer::spelled).toList();
        if (shown.size() == 1) {
            return new Fault(words.fault("meant").replace("{value}", shown.getFirst()), shown);
        }
        String key = candidates.getFirst() instanceof Place ? "several" : "several-others";
        return new Fault(words.fault(key).replace("{values}", shown.stream().collect(Collectors.joining(", "))), shown);
    }

    private static String key(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return "Fault";
    }
}
