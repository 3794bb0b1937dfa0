package congressbot.dev.compose;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `compose.yaml` as Compose reads it: anchors merged (Jackson's own reader does not), variables filled in.
public final class ComposeFile {
    public static final Path ROOT = Path.of("..");

    /// `${NAME}`, `${NAME:-default}`, `${NAME:?message}`
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?:(:[-?])([^}]*))?}");

    private static final Pattern EXAMPLE_LINE = Pattern.compile("(?m)^([A-Z][A-Z0-9_]+)=(.*)$");

    private final JsonNode root;

    private ComposeFile(JsonNode root) {
        this.root = root;
    }

    /// As it is for an operator who copied `.env.example` and filled in what Compose insists on.
    public static ComposeFile read() {
        Map<String, String> variables = example();
        required()
                .forEach(name ->
                        variables.merge(name, sample(name), (written, sample) -> written.isEmpty() ? sample : written));
        return read(variables);
    }

    static ComposeFile read(Map<String, String> variables) {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("compose.yaml"));
        return new ComposeFile(Json.MAPPER.valueToTree(filledIn(yaml, variables)));
    }

    /// Every name that Compose looks for in `.env`.
    public static Set<String> variables() {
        return VARIABLE.matcher(text("compose.yaml"))
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those without which it does not start.
    static Set<String> required() {
        return VARIABLE.matcher(text("compose.yaml"))
                .results()
                .filter(variable -> ":?".equals(variable.group(2)))
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The lines of `.env.example`.
    static Map<String, String> example() {
        Map<String, String> lines = new LinkedHashMap<>();
        Matcher line = EXAMPLE_LINE.matcher(text(".env.example"));
        while (line.find()) {
            lines.put(line.group(1), line.group(2));
        }
        return lines;
    }

    public JsonNode service(String name) {
        return root.required("services").required(name);
    }

    Set<String> services() {
        return root.required("services").propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    JsonNode networks() {
        return root.required("networks");
    }

    Set<String> volumes() {
        return root.required("volumes").propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    Set<String> networksOf(String service) {
        return Set.copyOf(words(service(service).required("networks")));
    }

    public Map<String, String> environment(String service) {
        return service(service)
                .required("environment")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    public static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sample(String name) {
        return name.equals("GOWA_BASIC_AUTH") ? "bot:0123456789abcdef" : "0123456789abcdef".repeat(4);
    }

    private static Object filledIn(Object value, Map<String, String> variables) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> filled = new LinkedHashMap<>();
                map.forEach((key, inner) -> filled.put(
                        key,
                        Optional.ofNullable(inner)
                                .map(it -> filledIn(it, variables))
                                .orElse(Map.of())));
                yield filled;
            }
            case List<?> list ->
                list.stream().map(inner -> filledIn(inner, variables)).toList();
            case String string -> VARIABLE.matcher(string).replaceAll(found -> value(found, variables));
            default -> value;
        };
    }

    private static String value(MatchResult found, Map<String, String> variables) {
        String given = variables.getOrDefault(found.group(1), "");
        boolean hasDefault = ":-".equals(found.group(2));
        return Matcher.quoteReplacement(given.isEmpty() && hasDefault ? found.group(3) : given);
    }
}
