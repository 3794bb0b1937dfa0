package congressbot.bot.congress;

import congressbot.bot.congress.Fault.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One map of a YAML document while it is read: every key is asked for, every problem noted with its line, and a key
/// that nobody asked for is a problem too (a typo must not be silent).
final class Section {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String path;
    private final Yaml.Mapping map;
    private final Problems problems;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<Section> below = new ArrayList<>();

    Section(String path, Yaml.Mapping map, Problems problems) {
        this.path = path;
        this.map = map;
        this.problems = problems;
    }

    /// Text of 1 to `max` characters; a placeholder and a problem when it is missing.
    String required(String key, int max) {
        return required(key, optional(key, max)).orElse(key);
    }

    /// The value, noted when it is missing.
    <T> Optional<T> required(String key, Optional<T> value) {
        if (!map.entries().containsKey(key)) {
            problems.add(map.line(), Kind.MISSING, path + key);
        }
        return value;
    }

    Optional<String> optional(String key, int max) {
        return value(key).flatMap(value -> {
            if (!(value instanceof Yaml.Scalar scalar)) {
                problems.add(value.line(), Kind.NO_TEXT, path + key);
                return Optional.empty();
            }
            return bounded(path + key, scalar, max);
        });
    }

    private Optional<String> bounded(String name, Yaml.Scalar scalar, int max) {
        String text = CONTROL.matcher(scalar.text()).replaceAll(" ").strip();
        if (text.isEmpty() || text.length() > max) {
            problems.add(scalar.line(), Kind.LENGTH, name, max);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<LocalDate> date(String key) {
        return optional(key, 40).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException _) {
                // Whatever is wrong with it, the person needs the form.
                problems.add(line(key), Kind.NO_DATE, path + key);
                return Optional.empty();
            }
        });
    }

    /// False when it is absent.
    boolean flag(String key) {
        Optional<String> text = optional(key, 5);
        if (text.filter(given -> !given.equals("true") && !given.equals("false"))
                .isPresent()) {
            problems.add(line(key), Kind.NO_FLAG, path + key);
        }
        return text.map("true"::equals).orElse(false);
    }

    /// A number of minutes.
    Optional<Duration> minutes(String key, Duration least, Duration most) {
        return optional(key, 10).flatMap(text -> {
            Optional<Duration> minutes = text.matches("[0-9]{1,6}")
                    ? Optional.of(Duration.ofMinutes(Integer.parseInt(text)))
                    : Optional.empty();
            Optional<Duration> allowed =
                    minutes.filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0);
            if (allowed.isEmpty()) {
                problems.add(line(key), Kind.NO_MINUTES, path + key, least.toMinutes(), most.toMinutes());
            }
            return allowed;
        });
    }

    Optional<URI> url(String key, int max) {
        return optional(key, max).flatMap(text -> {
            if (text.matches("https?://[^\\s/]+\\S*") && Pattern.matches("[!-~]+", text)) {
                return uri(key, text);
            }
            problems.add(line(key), Kind.NO_WEB_ADDRESS, path + key);
            return Optional.empty();
        });
    }

    private Optional<URI> uri(String key, String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            problems.add(line(key), Kind.NO_WEB_ADDRESS, path + key);
            return Optional.empty();
        }
    }

    /// The texts of a list; none when the key is missing.
    List<String> list(String key, int max) {
        return value(key)
                .map(value -> {
                    if (!(value instanceof Yaml.Sequence sequence)) {
                        problems.add(value.line(), Kind.NO_LIST, path + key);
                        return List.<String>of();
                    }
                    return sequence.items().stream()
                            .flatMap(item -> item(path + key, item, max).stream())
                            .toList();
                })
                .orElse(List.of());
    }

    private Optional<String> item(String name, Yaml item, int max) {
        if (item instanceof Yaml.Scalar scalar) {
            return bounded(name, scalar, max);
        }
        problems.add(item.line(), Kind.NO_LIST_OF_TEXTS, name);
        return Optional.empty();
    }

    /// The map below a key; an empty one, and a problem if it is required, when it is missing.
    Section section(String key, boolean required) {
        Optional<Yaml> value = value(key);
        if (value.orElse(null) instanceof Yaml.Mapping mapping) {
            Section section = new Section(path + key + ".", mapping, problems);
            below.add(section);
            return section;
        }
        if (value.isPresent()) {
            problems.add(value.get().line(), Kind.NO_KEYS_OF_ITS_OWN, path + key);
        } else if (required) {
            problems.add(map.line(), Kind.MISSING, path + key);
        }
        return new Section(path + key + ".", new Yaml.Mapping(line(key), Map.of()), new Problems());
    }

    boolean lacks(String key) {
        return !map.entries().containsKey(key);
    }

    /// The key with the keys above it.
    String nameOf(String key) {
        return path + key;
    }

    /// Where the value of a key stands; the map itself when there is none.
    int line(String key) {
        Yaml value = map.entries().get(key);
        return value == null ? map.line() : value.line();
    }

    /// Notes every key that was not asked for, here and below.
    void finish() {
        below.forEach(Section::finish);
        map.entries().forEach((key, value) -> {
            if (!read.contains(key)) {
                problems.add(value.line(), Kind.UNKNOWN, path + key, String.join(", ", read));
            }
        });
    }

    private Optional<Yaml> value(String key) {
        read.add(key);
        return Optional.ofNullable(map.entries().get(key));
    }
}
