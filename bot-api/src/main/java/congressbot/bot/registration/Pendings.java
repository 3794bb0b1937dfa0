package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads answers to the questions that came between while a field is asked.
final class Pendings {
    private static final Pattern PART = Pattern.compile("[,;\\n]\\s*");

    private final Recognisers recognisers;
    private final Documents documents;
    private final Places places;
    private final Words words;

    Pendings(Recognisers recognisers, Documents documents, Places places, Words words) {
        this.recognisers = recognisers;
        this.documents = documents;
        this.places = places;
        this.words = words;
    }

    Optional<Heard> read(Said said, State.Collecting state) {
        return state.pending().flatMap(pending -> switch (pending) {
            case Pending.RestOf(var field, var part) ->
                recognisers.of(field).completed(part, said).map(parsed -> new Heard.Given(Told.of(field, parsed)));
            case Pending.ChooseOne choice when choice.sharesName() -> stateOf(said, choice);
            case Pending.ChooseOne choice -> completed(said, choice);
            case Pending.PassportInstead _ -> passport(said);
            case Pending _ -> Optional.empty();
        });
    }

    /// The one offered state that is named, wherever it stands; of several, those are asked about.
    private Optional<Heard> stateOf(Said said, Pending.ChooseOne choice) {
        String text = affirmed(said.text());
        List<Uf> named = named(text, choice);
        List<Answer> there = choice.candidates().stream()
                .filter(candidate -> candidate instanceof Municipality city && named.contains(city.state()))
                .toList();
        if (there.size() > 1) {
            return Optional.of(new Heard.Given(Told.of(Field.CITY, new Parsed.Choose<>(there))));
        }
        return there.isEmpty()
                ? named.stream()
                        .findFirst()
                        .filter(_ -> places.exactly(text).isEmpty())
                        .map(_ -> new Heard.Given(Told.of(Field.CITY, new Parsed.Invalid<>(Reason.STATE_NOT_OFFERED))))
                : Optional.of(new Heard.Given(Told.of(there.getFirst())));
    }

    /// The one offered place that lies there: "Argentina".
    private Optional<Heard> completed(Said said, Pending.ChooseOne choice) {
        List<Answer> there = choice.candidates().stream()
                .filter(candidate -> switch (candidate) {
                    case Municipality city -> liesIn(said.text(), city.name(), city);
                    case Abroad city -> liesIn(said.text(), city.city(), city);
                    case Answer _ -> false;
                })
                .toList();
        return there.size() == 1 ? Optional.of(new Heard.Given(Told.of(there.getFirst()))) : Optional.empty();
    }

    private boolean liesIn(String where, String name, Place place) {
        return places.find(name + ", " + where, words) instanceof Found.One(Place found) && found.equals(place);
    }

    private List<Uf> named(String text, Pending.ChooseOne choice) {
        if (words.contains(Meaning.CODE, text)) {
            return List.of();
        }
        List<Uf> begun = choice.candidates().stream()
                .flatMap(candidate -> candidate instanceof Municipality city ? Stream.of(city.state()) : Stream.empty())
                .filter(state -> places.beginsLike(state, text))
                .toList();
        List<Uf> mentioned = begun.isEmpty() ? places.statesIn(text) : begun;
        String bare = words.withoutLeadIn(Meaning.CITY_LEAD_IN, Spelling.cleaned(text));
        return mentioned.isEmpty()
                ? places.state(text).or(() -> places.state(bare)).map(List::of).orElse(List.of())
                : mentioned;
    }

    /// Without the parts that say what is not so.
    private String affirmed(String text) {
        return PART.splitAsStream(text)
                .filter(part -> !words.begins(Meaning.NEGATION, part))
                .collect(Collectors.joining(", "));
    }

    /// A CPF after all, or the passport.
    private Optional<Heard> passport(Said said) {
        Optional<Document> cpf = documents.exactly(said.text());
        if (cpf.isPresent()) {
            return Optional.of(new Heard.Given(Told.of(cpf.get())));
        }
        return documents.passport(said.text()) instanceof Parsed.Ok<Document>(Document passport)
                ? Optional.of(new Heard.Given(Told.of(passport)))
                : Optional.empty();
    }
}
