package congressbot.bot.congress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import congressbot.bot.congress.Fault.Kind;
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

    /// Of a congress, nothing is nested deeper than a key below a key.
    int MAX_DEPTH = 8;

    int line();

    record Scalar(int line, String text) implements Yaml {}

    record Sequence(int line, List<Yaml> items) implements Yaml {}

    record Mapping(int line, Map<String, Yaml> entries) implements Yaml {}

    /// The document is broken at a line.
    final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Broken(int line, Kind kind, Object... values) {
            this(Fault.at(line, kind, values));
        }

        private Broken(Fault fault) {
            super(fault.message());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    static Yaml parse(String document) throws Broken {
        try (YAMLParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() == null) {
                throw new Broken(1, Kind.EMPTY);
            }
            return node(parser, 0);
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
            return new Broken(marked.getProblemMark().getLine() + 1, Kind.NOT_YAML, marked.getProblem());
        }
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new Broken(line, Kind.NOT_YAML, firstLine(e.getOriginalMessage()));
    }

    private static Yaml node(YAMLParser parser, int depth) throws IOException, Broken {
        int line = line(parser);
        // Aliases could make a small file a huge tree, and nobody needs them here.
        if (parser.isCurrentAlias()) {
            throw new Broken(line, Kind.ALIAS);
        }
        if (depth > MAX_DEPTH) {
            throw new Broken(line, Kind.TOO_DEEP);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, line, depth);
        }
        return token == JsonToken.START_ARRAY
                ? sequence(parser, line, depth)
                : new Scalar(line, parser.getText().strip());
    }

    private static Yaml mapping(YAMLParser parser, int line, int depth) throws IOException, Broken {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            if (entries.put(key, node(parser, depth + 1)) != null) {
                throw new Broken(keyLine, Kind.TWICE, key);
            }
        }
        return new Mapping(line, entries);
    }

    private static Yaml sequence(YAMLParser parser, int line, int depth) throws IOException, Broken {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
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
