package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.openai.Shape;
import congressbot.bot.llm.openai.Tool;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import congressbot.wire.bot.Step;
import congressbot.wire.message.WellFormed;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/// The words of the prompts: resources beside this class. What is not ours goes along as JSON, from which it cannot
/// break out, and the instructions say that it is data.
final class Prompts {
    /// Characters of the longest question, turn and passage that go along.
    private static final int QUESTION = 600;

    private static final int TURN = 400;
    private static final int PASSAGE = 2_500;

    private static final int CANARY_BYTES = 5;

    private final String instructions;
    private final String proposal;
    private final String picture;
    private final Properties words;
    private final String canary;

    private Prompts(Properties words) {
        instructions = text("instructions.txt");
        proposal = text("proposal.txt");
        picture = text("picture.txt");
        this.words = words;
        byte[] random = new byte[CANARY_BYTES];
        new SecureRandom().nextBytes(random);
        canary = "zq" + HexFormat.of().formatHex(random);
    }

    static Prompts load() {
        Properties words = new Properties();
        try {
            words.load(new StringReader(text("prompts.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Prompts(words);
    }

    /// A word of the instructions that stands nowhere else: where it appears, they leaked.
    String canary() {
        return canary;
    }

    String instructions(Congress congress, Language language) {
        return instructions
                .replace("{congress}", congress.name())
                .replace("{language}", word("language." + language.tag()))
                .replace("{canary}", canary);
    }

    Shape answer() {
        return new Shape(
                "answer",
                List.of(
                        field("answer", "answer", Shape.Kind.TEXT),
                        field("answer", "sources", Shape.Kind.WHOLE_NUMBERS),
                        field("answer", "answerable", Shape.Kind.YES_OR_NO)));
    }

    private Shape.Field field(String shape, String name, Shape.Kind kind) {
        return new Shape.Field(name, kind, word(shape + "." + name));
    }

    /// A passage as the model sees it.
    record Excerpt(long id, String source, String text) {
        static Excerpt of(Passage passage) {
            return new Excerpt(passage.id(), passage.source(), WellFormed.cut(passage.body(), PASSAGE));
        }
    }

    /// A turn of before, redacted.
    record Turn(String question, String answer) {}

    private record Asked(List<Excerpt> passages, String step, List<Turn> earlier, String question) {}

    private record Found(List<Excerpt> passages) {}

    private record Failure(String error) {}

    private record Answered(String text) {}

    /// @param earlier redacted
    /// @param question redacted
    String question(List<Passage> passages, Step step, List<Turn> earlier, String question) {
        List<Turn> turns = earlier.stream()
                .map(turn -> new Turn(WellFormed.cut(turn.question(), TURN), WellFormed.cut(turn.answer(), TURN)))
                .toList();
        return Json.write(new Asked(
                passages.stream().map(Excerpt::of).toList(),
                word("step." + step),
                turns,
                WellFormed.cut(question, QUESTION)));
    }

    String found(List<Passage> passages) {
        return Json.write(new Found(passages.stream().map(Excerpt::of).toList()));
    }

    /// @param kind of the properties that begin with `error.`
    String failure(String kind) {
        return Json.write(new Failure(word("error." + kind)));
    }

    Tool searchTool() {
        Shape.Field term = new Shape.Field(
                word("tool.search.argument"), Shape.Kind.TEXT, word("tool.search.argument.description"));
        return new Tool(new Shape(word("tool.search"), List.of(term)), word("tool.search.description"));
    }

    Tool registrationTool() {
        return new Tool(new Shape(word("tool.registration"), List.of()), word("tool.registration.description"));
    }

    String registrationTitle() {
        return word("tool.registration.title");
    }

    String proposal(Proposal.Field field, List<String> labels) {
        return proposal.replace("{asked}", word("asked." + field))
                .replace("{wanted}", word("wanted." + field))
                .replace("{labels}", String.join("; ", labels));
    }

    /// @param text redacted
    String answered(String text) {
        return Json.write(new Answered(WellFormed.cut(text, QUESTION)));
    }

    Shape value() {
        return new Shape("value", List.of(field("value", "value", Shape.Kind.TEXT_OR_NULL)));
    }

    String picture() {
        return picture;
    }

    Shape description() {
        return new Shape(
                "description",
                List.of(
                        field("picture", "document", Shape.Kind.YES_OR_NO),
                        field("picture", "description", Shape.Kind.TEXT)));
    }

    private String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return word;
    }

    private static String text(String file) {
        try (InputStream in = Prompts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no prompt " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
