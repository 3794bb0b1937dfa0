package congressbot.bot.congress;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Text;
import congressbot.bot.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Answers free questions from the congress's description, and from nothing else: a question is answered only when
/// every word of it is understood, for "when is the certificate sent?" is not "when is the congress?".
public final class CongressFacts {
    /// The lists whose words a question may be made of.
    private static final List<Meaning> VOCABULARY = List.of(
            Meaning.TOPIC_DEADLINE,
            Meaning.TOPIC_FEE,
            Meaning.TOPIC_PRIVACY,
            Meaning.TOPIC_PROFILES,
            Meaning.TOPIC_CONTACT,
            Meaning.TOPIC_ABOUT,
            Meaning.TOPIC_DATES,
            Meaning.TOPIC_PLACE,
            Meaning.TOPIC_COMMON,
            Meaning.QUESTION,
            Meaning.QUESTION_WITH_MARK,
            Meaning.GREETING,
            Meaning.FILLER);

    private final Congress congress;
    private final Words words;
    private final DateTimeFormatter dates;
    private final Set<String> known;
    private final Map<String, String> values;

    public CongressFacts(Congress congress, Words words) {
        this.congress = congress;
        this.words = words;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(words.language().locale());
        this.known = vocabulary();
        this.values = values();
    }

    /// The answer, or empty when the description does not hold it.
    public Optional<Text> answer(String question) {
        List<Topic> topics = Topic.in(question, words);
        List<String> asked = wordsOf(question).toList();
        if (topics.isEmpty() || !known.containsAll(asked)) {
            return Optional.empty();
        }
        if (topics.equals(List.of(Topic.DATES, Topic.PLACE))) {
            return told("dates-and-place");
        }
        return answer(topics.getFirst());
    }

    /// What the description says of a topic, or empty when it says nothing.
    public Optional<Text> answer(Topic topic) {
        return switch (topic) {
            case DEADLINE -> deadline();
            case FEE -> congress.enrolment().fee().flatMap(_ -> told("fee"));
            case PRIVACY -> told(congress.privacyUrl().isPresent() ? "privacy" : "privacy-without-link");
            case PROFILES -> told("profiles");
            case CONTACT -> told("contact");
            case ABOUT -> congress.description().flatMap(_ -> told("about"));
            case DATES -> told(congress.hours().isPresent() ? "dates-and-hours" : "dates");
            case PLACE -> told(congress.venue().address().isPresent() ? "place-and-address" : "place");
        };
    }

    /// Without any days, one can always register.
    private Optional<Text> deadline() {
        Congress.Enrolment enrolment = congress.enrolment();
        if (enrolment.closes().isPresent()) {
            return told("deadline");
        }
        return enrolment.opens().isEmpty() ? told("open") : Optional.empty();
    }

    private Optional<Text> told(String key) {
        return Optional.of(Text.of("facts." + key, values));
    }

    private Set<String> vocabulary() {
        Set<String> vocabulary = new HashSet<>();
        VOCABULARY.stream()
                .flatMap(list -> words.of(list).stream())
                .flatMap(CongressFacts::wordsOf)
                .forEach(vocabulary::add);
        Stream.of(List.of(congress.name(), congress.called(), congress.venue().city()), congress.profiles())
                .flatMap(List::stream)
                .flatMap(CongressFacts::wordsOf)
                .forEach(vocabulary::add);
        return Set.copyOf(vocabulary);
    }

    private static Stream<String> wordsOf(String text) {
        return Arrays.stream(Spelling.folded(text).split(" "));
    }

    private Map<String, String> values() {
        Map<String, String> told = new HashMap<>();
        told.put("congress", congress.name());
        told.put("start", shown(congress.start()));
        told.put("end", shown(congress.end()));
        told.put("venue", congress.venue().name());
        told.put("city", congress.venue().city());
        told.put("state", congress.venue().state());
        told.put("contact", congress.contact().line());
        told.put("allContacts", congress.contact().full());
        told.put("profiles", String.join(", ", congress.profiles()));
        told.put("controller", congress.controller());
        congress.hours().ifPresent(hours -> told.put("hours", hours));
        congress.venue().address().ifPresent(address -> told.put("address", address));
        congress.enrolment().closes().ifPresent(day -> told.put("closes", shown(day)));
        congress.enrolment().fee().ifPresent(fee -> told.put("fee", fee));
        congress.description().ifPresent(description -> told.put("description", description));
        congress.privacyUrl().ifPresent(url -> told.put("privacyUrl", url.toString()));
        return Map.copyOf(told);
    }

    private String shown(LocalDate day) {
        return dates.format(day).toLowerCase(Locale.ROOT);
    }
}
