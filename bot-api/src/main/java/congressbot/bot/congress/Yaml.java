package congressbot.bot.congress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// A YAML document that knows its lines. Everything that is not a list or a map is text.
sealed interface Yaml {
    YAMLFactory FACTORY = new YAMLFactory();

    int line();

    record Scalar(int line, String text) implements Yaml {}

    record Sequence(int line, List<Yaml> items) implements Yaml {}

    record Mapping(int line, Map<String, Yaml> entries) implements Yaml {}

    /// The document is broken at a line.
    final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String problem;

        Broken(int line, String message) {
            super(message);
            this.line = line;
            this.problem = message;
        }

        int line() {
            return line;
        }

        String problem() {
            return problem;
        }
    }

    static Yaml parse(String document) throws Broken {
        try (YAMLParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() == null) {
                throw new Broken(1, "the file is empty");
            }
            return node(parser);
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (IOException e) {
            // A text in memory does not fail to be read.
            throw new UncheckedIOException(e);
        }
    }

    /// Where the parser stumbled; the location of the exception itself is where it began to read.
    private static Broken broken(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return new Broken(marked.getProblemMark().getLine() + 1, "not valid YAML: " + marked.getProblem());
        }
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new Broken(line, "not valid YAML: " + firstLine(e.getOriginalMessage()));
    }

    private static Yaml node(YAMLParser parser) throws IOException, Broken {
        int line = line(parser);
        // Aliases could make a small file a huge tree, and nobody needs them here.
        if (parser.isCurrentAlias()) {
            throw new Broken(line, "aliases (*name) are not used here");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, line);
        }
        return token == JsonToken.START_ARRAY
                ? sequence(parser, line)
                : new Scalar(line, parser.getText().strip());
    }

    private static Yaml mapping(YAMLParser parser, int line) throws IOException, Broken {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            if (entries.put(key, node(parser)) != null) {
                throw new Broken(keyLine, key + " is written twice");
            }
        }
        return new Mapping(line, entries);
    }

    private static Yaml sequence(YAMLParser parser, int line) throws IOException, Broken {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(line, items);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
