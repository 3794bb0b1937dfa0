package congressbot.bot.knowledge;

import congressbot.bot.congress.CongressFacts;
import congressbot.bot.congress.Topic;
import congressbot.bot.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The facts of `congress.yaml` as a document like any other, so that they are found however somebody asks.
final class FactSheet {
    static final String NAME = "congress.yaml";

    private static final String WORDS = "fact-sheet.properties";

    private final Properties words = new Properties();
    private final CongressFacts facts;
    private final Texts texts;

    private FactSheet(CongressFacts facts, Texts texts) {
        this.facts = facts;
        this.texts = texts;
        try (InputStream in = FactSheet.class.getResourceAsStream(WORDS)) {
            words.load(new InputStreamReader(Objects.requireNonNull(in, WORDS), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document of(CongressFacts facts, Texts texts) {
        return new FactSheet(facts, texts).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            facts.answer(topic).map(texts::render).ifPresent(said -> sections.add(section(topic, said)));
        }
        String content = String.join("\n", sections.stream().map(Section::body).toList());
        return new Document(NAME, word("title"), content, sections);
    }

    private Section section(Topic topic, String said) {
        String key = topic.name().toLowerCase(Locale.ROOT);
        List<String> kinds = List.of(word(key + ".kinds").split(" "));
        List<String> pieces = Markdown.sentences(said.replace("*", ""));
        List<String> hints = List.of(word(key + ".hints"));
        return new Section(word(key), List.of(), false, pieces, Optional.of(topic), hints, kinds);
    }

    private String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
