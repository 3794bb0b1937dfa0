package congressbot.dev.model;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.bot.text.Spelling;
import congressbot.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers as an honest model would that can only copy: with the sentences that share most words with the question.
final class Honest {
    /// Words of a family begin with as many equal letters.
    private static final int STEM = 5;

    /// What a word of the question counts in a sentence, in its heading, and a word of an earlier question.
    private static final double IN_SENTENCE = 1;

    private static final double IN_SOURCE = 0.8;
    private static final double EARLIER = 0.4;

    /// Less than this has hardly anything to do with the question.
    private static final double ENOUGH = 0.8;

    private static final int MOST_SENTENCES = 2;
    private static final int MOST_TERMS = 5;
    private static final int LONGEST = 480;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|\\n");
    private static final Pattern LABELS = Pattern.compile("[^:]+: ([^,]*; [^,]*)");
    private static final Pattern PLACE = Pattern.compile("\\b(?:em|de|do|da|no|na) (\\p{L}[\\p{L} ]+)$");

    private final Properties words;
    private final Set<String> common;
    private final Map<String, List<String>> synonyms;

    Honest() {
        words = Resources.properties("honest.properties");
        common = Set.of(words.getProperty("common").split(" "));
        synonyms = new HashMap<>();
        for (String pair : words.getProperty("synonyms").split(";", -1)) {
            String[] sides = pair.split(":", 2);
            synonyms.put(sides[0], List.of(sides[1].split(",")));
        }
    }

    Completion completed(Chat chat, JsonNode request) {
        return switch (chat.shape()) {
            case "value" -> new Completion.Text(Json.write(value(chat)));
            case "description" -> new Completion.Text(Json.write(seen(request)));
            default -> answer(chat);
        };
    }

    String heard() {
        return words.getProperty("heard");
    }

    private Completion answer(Chat chat) {
        String folded = Spelling.folded(chat.question());
        boolean own = Stream.of(words.getProperty("own").split("\\|")).anyMatch(folded::contains);
        Optional<String> registration = chat.tool(words.getProperty("registration"));
        if (own && registration.isPresent() && !chat.lookedUp()) {
            return new Completion.Wish(registration.get(), "{}");
        }
        Optional<Chat.Passage> told =
                chat.passages().stream().filter(passage -> passage.id() == 0).findFirst();
        if (told.isPresent()) {
            return Completion.answer(told.get().text(), List.of(0L), true);
        }
        return best(chat)
                .map(found -> Completion.answer(found.text(), List.of(found.passage()), true))
                .orElseGet(() -> otherwise(chat));
    }

    /// It looks for more once, and gives up then.
    private Completion otherwise(Chat chat) {
        Optional<String> search = chat.tool(words.getProperty("search"));
        List<String> terms = terms(chat);
        return search.isPresent() && !chat.lookedUp() && !terms.isEmpty()
                ? new Completion.Wish(search.get(), Json.write(Map.of("termo", String.join(" ", terms))))
                : Completion.unanswerable();
    }

    private List<String> terms(Chat chat) {
        return Arrays.stream(Spelling.folded(chat.question()).split(" "))
                .filter(word -> !word.isEmpty() && !common.contains(word))
                .limit(MOST_TERMS)
                .toList();
    }

    private record Scored(long passage, int position, String text, double score) {}

    private record Found(long passage, String text) {}

    private Optional<Found> best(Chat chat) {
        List<Scored> scored = new ArrayList<>();
        for (Chat.Passage passage : chat.passages()) {
            List<String> sentences = sentences(passage.text());
            for (int i = 0; i < sentences.size(); i++) {
                String sentence = sentences.get(i);
                scored.add(new Scored(passage.id(), i, sentence, score(chat, passage, sentence)));
            }
        }
        return scored.stream()
                .filter(sentence -> sentence.score() >= ENOUGH)
                .max(Comparator.comparingDouble(Scored::score))
                .map(first -> together(first, scored));
    }

    /// The best sentence with the next best of the same passage, in their order, as far as there is room.
    private static Found together(Scored first, List<Scored> scored) {
        List<Scored> chosen = new ArrayList<>(scored.stream()
                .filter(other -> other.passage() == first.passage())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST_SENTENCES)
                .toList());
        int length = chosen.stream()
                .mapToInt(sentence -> sentence.text().length() + 1)
                .sum();
        if (length > LONGEST) {
            chosen.removeIf(sentence -> !sentence.equals(first));
        }
        String text = chosen.stream()
                .sorted(Comparator.comparingInt(Scored::position))
                .map(Scored::text)
                .reduce((one, next) -> one + " " + next)
                .orElse("");
        return new Found(first.passage(), text);
    }

    /// What has no word of the question is no answer to it, whatever was asked before.
    private double score(Chat chat, Chat.Passage passage, String sentence) {
        Set<String> inSentence = stemsOf(sentence);
        Set<String> inSource = stemsOf(passage.source());
        double score = shared(stemsWithSynonyms(chat.question()), inSentence) * IN_SENTENCE
                + shared(stemsWithSynonyms(chat.question()), inSource) * IN_SOURCE;
        if (score == 0) {
            return 0;
        }
        for (String earlier : chat.earlierQuestions()) {
            score += (shared(stemsOf(earlier), inSentence) + shared(stemsOf(earlier), inSource)) * EARLIER;
        }
        return score;
    }

    private static long shared(Set<String> ones, Set<String> others) {
        return ones.stream().filter(others::contains).count();
    }

    private Set<String> stemsOf(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : Spelling.folded(text).split(" ", -1)) {
            if (!word.isEmpty() && !common.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    private Set<String> stemsWithSynonyms(String text) {
        Set<String> stems = new HashSet<>(stemsOf(text));
        for (String word : Spelling.folded(text).split(" ", -1)) {
            synonyms.getOrDefault(word, List.of()).forEach(other -> stems.add(stem(other)));
        }
        return stems;
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }

    private static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private Map<String, Object> value(Chat chat) {
        String text = chat.data().path("text").asText();
        List<String> labels = LABELS.matcher(chat.instructions())
                .results()
                .map(match -> match.group(1))
                .flatMap(list -> Arrays.stream(list.split("; ", -1)))
                .distinct()
                .toList();
        Set<String> said = stemsOf(text);
        Optional<String> value = labels.isEmpty()
                ? PLACE.matcher(text).results().map(match -> match.group(1)).findFirst()
                : labels.stream()
                        .filter(label -> shared(stemsOf(label), said) > 0)
                        .findFirst();
        Map<String, Object> written = new HashMap<>();
        written.put("value", value.orElse(null));
        return written;
    }

    /// It sees nothing: whoever wants a document writes so into the file.
    private Map<String, Object> seen(JsonNode request) {
        boolean document = Images.in(request).contains(words.getProperty("picture.document"));
        return Map.of("document", document, "description", document ? "" : words.getProperty("picture"));
    }
}
