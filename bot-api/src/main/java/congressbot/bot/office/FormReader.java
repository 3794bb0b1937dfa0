package congressbot.bot.office;

import congressbot.bot.registration.Answer;
import congressbot.bot.registration.Answers;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Parsed;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Registration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a form with the rules of the chat.
public final class FormReader {
    private final FieldReader reader;
    private final OfficeWords words;

    public FormReader(FieldReader reader, OfficeWords words) {
        this.reader = reader;
        this.words = words;
    }

    /// What became of a form.
    public sealed interface Result {
        record Complete(Registration registration) implements Result {}

        record Faulty(Map<Field, Fault> faults) implements Result {
            public Faulty {
                faults = Map.copyOf(faults);
            }
        }
    }

    /// Reads all fields.
    ///
    /// @param kept fields whose value shall be what was typed, though another was probably meant
    /// @param notice under which the person was registered
    /// @param before as it was: a field that nobody touched is not judged again
    public Result read(Map<Field, String> typed, Set<Field> kept, Notice notice, Optional<Registration> before) {
        Answers answers = Answers.NONE;
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String text = typed.getOrDefault(field, "").strip();
            Optional<Answer> untouched = before.flatMap(
                            registration -> registration.answers().of(field))
                    .filter(answer -> text(answer).equals(text));
            if (untouched.isPresent()) {
                answers = answers.with(untouched.get());
            } else if (text.isEmpty()) {
                if (field != Field.BADGE) {
                    faults.put(field, Fault.of("empty", words));
                }
            } else {
                Parsed<? extends Answer> parsed = reader.read(field, text);
                Optional<? extends Answer> value = value(parsed, kept.contains(field));
                if (value.isPresent()) {
                    answers = answers.with(value.get());
                } else {
                    faults.put(field, Fault.of(parsed, words));
                }
            }
        }
        return answers.complete(notice)
                .filter(_ -> faults.isEmpty())
                .<Result>map(Result.Complete::new)
                .orElseGet(() -> new Result.Faulty(faults));
    }

    private static Optional<? extends Answer> value(Parsed<? extends Answer> parsed, boolean kept) {
        return switch (parsed) {
            case Parsed.Ok<? extends Answer> ok -> Optional.of(ok.value());
            case Parsed.Suggest<? extends Answer> suggestion when kept -> suggestion.typed();
            case Parsed.Suggest<? extends Answer> _,
                    Parsed.Invalid<? extends Answer> _,
                    Parsed.Choose<? extends Answer> _,
                    Parsed.Part<? extends Answer> _,
                    Parsed.OfTheChat<? extends Answer> _,
                    Parsed.ReadBack<? extends Answer> _ -> Optional.empty();
        };
    }

    /// A value as it stands in the form.
    public static String text(Answer answer) {
        return answer instanceof Passport(String number) ? number : answer.spelled();
    }
}
