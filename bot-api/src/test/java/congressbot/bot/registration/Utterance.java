package congressbot.bot.registration;

import congressbot.bot.text.Language;
import congressbot.wire.message.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of the corpus: what was typed while a field was asked, and what must come of it. The format stands in the
/// README beside the corpus.
///
/// @param asked the name of the file: a field, or `state` where one of several cities must be chosen
record Utterance(String asked, String typed, String wanted) {
    static final Path FOLDER = Path.of("src/test/resources/utterances");
    private static final String VOICE = "[voz] ";
    private static final String OPTIONS = "?? ";

    static List<Utterance> ofField(String asked) throws IOException {
        return cells(asked + ".tsv")
                .map(cells -> new Utterance(asked, cells[0], cells[1]))
                .toList();
    }

    /// Lines with the field before them.
    static List<Utterance> knownMisses() throws IOException {
        return cells("known-misses.tsv")
                .map(cells -> new Utterance(cells[0], cells[1], cells[2]))
                .toList();
    }

    private static Stream<String[]> cells(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> line.contains("\t"))
                .map(line -> line.split("\t"));
    }

    private Field field() {
        return asked.equals("state") ? Field.CITY : Field.valueOf(asked.toUpperCase(Locale.ROOT));
    }

    private State state() {
        State state = Sample.asking(field());
        if (!asked.equals("state")) {
            return state;
        }
        List<Answer> namesakes = Sample.MUNICIPALITIES.all().stream()
                .filter(city -> city.name().equals("Bom Jesus"))
                .sorted(Comparator.comparing(Municipality::state))
                .map(Answer.class::cast)
                .toList();
        return state.with(Optional.of(new Pending.ChooseOne(namesakes)));
    }

    private Content content() {
        String text = typed.replace("\\n", "\n");
        return text.startsWith(VOICE) ? Sample.voice(text.substring(VOICE.length())) : new Content.Text(text);
    }

    /// What comes of it, written like [#wanted].
    String understood() {
        Heard heard =
                Sample.RECEPTION.hear(content(), state(), Language.PORTUGUESE).heard();
        return switch (heard) {
            case Heard.Given given -> told(given.told());
            case Heard.ThisPhone _ -> "= " + written(Sample.PHONE);
            case Heard.NoCpf _ -> "~ passport";
            case Heard.Question _ -> "~ question";
            case Heard.Greeting _ -> "~ greeting";
            case Heard.SmallTalk small -> "~ " + lower(small.talk());
            case Heard.Ordered ordered -> "~ " + lower(ordered.command());
            case Heard.ToChange change -> "~ correct " + lower(change.field());
            // The dialogue explains what it misses.
            case Heard.Unclear _ -> "! " + field().nothing();
            case Heard.Meant _, Heard.Aside _ -> "~ " + heard.getClass().getSimpleName();
        };
    }

    private String told(Told told) {
        Optional<Answer> answer = told.answers().of(field());
        if (answer.isPresent()) {
            return "= " + written(answer.get());
        }
        if (told.answers().none() && told.doubt().isEmpty()) {
            return "! " + field().nothing();
        }
        return told.doubt()
                .filter(doubt -> doubt.field() == field())
                .map(doubt -> doubtful(doubt.parsed()))
                .orElseGet(() -> "~ correct "
                        + told.answers().byField().keySet().stream()
                                .map(Utterance::lower)
                                .collect(Collectors.joining(" ")));
    }

    private static String doubtful(Parsed<? extends Answer> parsed) {
        return switch (parsed) {
            case Parsed.Invalid<? extends Answer> invalid -> "! " + invalid.reason();
            case Parsed.Part<? extends Answer> part -> "! " + part.missing();
            case Parsed.Suggest<? extends Answer> suggest -> "? " + written(suggest.suggested());
            case Parsed.ReadBack<? extends Answer> heard -> "? " + written(heard.value());
            case Parsed.Choose<? extends Answer> choose ->
                OPTIONS
                        + choose.candidates().stream()
                                .map(Utterance::written)
                                .sorted()
                                .collect(Collectors.joining(" | "));
            case Parsed.OfTheChat<? extends Answer> _ -> "= " + written(Sample.PHONE);
            case Parsed.Ok<? extends Answer> ok -> "= " + written(ok.value());
        };
    }

    private static String written(Answer answer) {
        return switch (answer) {
            case FullName name -> name.value();
            case EmailAddress email -> email.value();
            case Cpf cpf -> cpf.digits();
            case Passport passport -> "passport " + passport.number();
            case Phone phone -> phone.number().value();
            case Municipality city -> city.shown();
            case Abroad city -> city.city() + ", " + city.country();
            case Profile profile -> profile.label();
            case BadgeName badge -> badge.value();
        };
    }

    private static String lower(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// It was understood as it must be.
    boolean met() {
        String understood = understood();
        return wanted.equals("~ nothing")
                ? !understood.startsWith("=") && !understood.startsWith("?")
                : understood.equals(sorted(wanted.strip()));
    }

    private static String sorted(String wanted) {
        return wanted.startsWith(OPTIONS)
                ? OPTIONS
                        + Arrays.stream(wanted.substring(OPTIONS.length()).split("\\|"))
                                .map(String::strip)
                                .sorted()
                                .collect(Collectors.joining(" | "))
                : wanted;
    }
}
