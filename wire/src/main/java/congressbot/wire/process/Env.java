package congressbot.wire.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The environment variables of one process, read once at its start.
///
/// Every reader returns a usable value even when it noted a problem, so that all problems are told at once by
/// [#finish()]. A problem names the variable and what is expected, never the value: it may be a secret. In dev, what
/// is not set is looked for in `DATA_DIR/dev` (see [DevValues]) before the default holds.
public final class Env {
    /// A name of ours that nobody reads is a typing error, and refused.
    private static final List<String> OUR_PREFIXES = List.of(
            "GOWA_",
            "WUZAPI_",
            "META_",
            "TWILIO_",
            "SMTP_",
            "BOT_",
            "GATEWAY_",
            "WORKER_",
            "QUEUE_",
            "CONGRESS_",
            "SESSION_",
            "PANEL_");

    /// Shortest secret that others are held to, in characters.
    public static final int SECRET_LENGTH = DevValues.SECRET_LENGTH;

    /// Variables of which each instance of a bridge has its own, by the beginning of their names.
    private static final List<String> OF_AN_INSTANCE = List.of("GOWA_", "WUZAPI_");

    private static final Pattern INSTANCE = Pattern.compile(":([a-z0-9]+)");

    private final Map<String, String> variables;
    private final String suffix;
    private final Set<Variable> read;
    private final List<Problem> problems;
    private final Profile profile;
    private final Optional<DevValues> devValues;

    public Env(Map<String, String> variables) {
        this.variables = new TreeMap<>(variables);
        suffix = "";
        read = EnumSet.noneOf(Variable.class);
        problems = new ArrayList<>();
        refuseUnknownNames();
        profile = tuned(given(Variable.ENV), Variable.ENV, Profile.DEV, constantOf(Profile.class), "dev or prod");
        Path dataDir = tuned(given(Variable.DATA_DIR), Variable.DATA_DIR, Path.of(".data"), Path::of, "a path");
        devValues = profile == Profile.DEV ? Optional.of(new DevValues(dataDir)) : Optional.empty();
    }

    private Env(Env whole, String suffix) {
        variables = whole.variables;
        this.suffix = suffix;
        read = whole.read;
        problems = whole.problems;
        profile = whole.profile;
        devValues = whole.devValues;
    }

    /// The same environment as an instance of a bridge sees it: its variables carry its name,
    /// `GOWA_URL_NORTE`.
    ///
    /// @param name as it stands in `CHANNELS`
    public Env instance(String name) {
        return new Env(this, suffixOf(name));
    }

    public Profile profile() {
        return profile;
    }

    /// A text that must be given in prod and has a default in dev.
    public String text(Variable variable, String devDefault) {
        return required(variable, () -> devDefault, Function.identity(), "a text");
    }

    public Optional<String> optional(Variable variable) {
        return value(variable);
    }

    /// An address that must be given in prod.
    public URI uri(Variable variable, String devDefault) {
        String scheme = URI.create(devDefault).getScheme();
        return required(variable, () -> devDefault, text -> uri(text, scheme), "an address like " + devDefault);
    }

    /// An address by HTTP or HTTPS; the normal one holds in every profile.
    public URI address(Variable variable, URI normal) {
        return tuned(value(variable), variable, normal, text -> uri(text, "http"), "an address like " + normal);
    }

    public Path path(Variable variable, String normal) {
        return tuned(value(variable), variable, Path.of(normal), Path::of, "a path");
    }

    public int port(Variable variable, int normal) {
        return number(variable, normal, 0, 65_535);
    }

    /// A number within bounds; the normal value holds in every profile.
    public int number(Variable variable, int normal, int least, int most) {
        return tuned(
                value(variable),
                variable,
                normal,
                text -> within(Integer.parseInt(text), least, most),
                "a number from " + least + " to " + most);
    }

    /// A duration in ISO-8601 (`PT1.5S`) within bounds; the normal value holds in every profile.
    public Duration duration(Variable variable, Duration normal, Duration least, Duration most) {
        return tuned(
                value(variable),
                variable,
                normal,
                text -> within(Duration.parse(text), least, most),
                "a duration from " + least + " to " + most);
    }

    public <E extends Enum<E>> E oneOf(Variable variable, Class<E> type, E normal) {
        String names = List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        return tuned(value(variable), variable, normal, constantOf(type), "one of " + names);
    }

    public Optional<Secret> optionalSecret(Variable variable) {
        return value(variable).map(Secret::new);
    }

    /// A secret that need not be given in any profile, and is not made up either.
    ///
    /// @param least its shortest length, in characters
    public Optional<Secret> optionalSecret(Variable variable, int least) {
        return value(variable)
                .flatMap(text -> parsed(
                        variable,
                        text,
                        given -> secretOf(given, least),
                        "a secret of at least " + least + " characters"));
    }

    /// A secret of at least 32 characters that must be given in prod. In dev it is made up once, and all processes
    /// find the same.
    public Secret secret(Variable variable) {
        return required(
                variable,
                () -> devValues.map(values -> values.madeUp(name(variable))).orElseGet(DevValues::random),
                text -> secretOf(text, DevValues.SECRET_LENGTH),
                "a secret of at least " + DevValues.SECRET_LENGTH + " characters");
    }

    /// Notes a problem that only the caller can see.
    public void problem(Variable variable, String expected) {
        note(name(variable), Problem.Kind.WRONG, expected);
    }

    /// The variables that were asked for so far.
    public Set<Variable> read() {
        return EnumSet.copyOf(read);
    }

    /// Every problem that was met so far, in the order of their meeting.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Call last.
    ///
    /// @throws InvalidConfiguration with every problem that was met
    public void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(
                    problems.stream().map(Problem::toString).toList());
        }
    }

    private <T> T required(Variable variable, Supplier<String> devDefault, Function<String, T> parse, String expected) {
        Optional<String> value = value(variable);
        if (value.isEmpty() && profile == Profile.PROD) {
            note(name(variable), Problem.Kind.MISSING, expected);
        }
        return value.flatMap(text -> parsed(variable, text, parse, expected))
                .orElseGet(() -> parse.apply(devDefault.get()));
    }

    private <T> T tuned(
            Optional<String> value, Variable variable, T normal, Function<String, T> parse, String expected) {
        return value.flatMap(text -> parsed(variable, text, parse, expected)).orElse(normal);
    }

    private <T> Optional<T> parsed(Variable variable, String text, Function<String, T> parse, String expected) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            problem(variable, expected);
            return Optional.empty();
        }
    }

    private Optional<String> value(Variable variable) {
        return given(variable).or(() -> devValues.flatMap(values -> values.kept(name(variable))));
    }

    /// From the variable, or from the file that `NAME_FILE` names. Empty counts as absent: compose files write
    /// `NAME=` for what is not set.
    private Optional<String> given(Variable variable) {
        read.add(variable);
        String direct = variables.getOrDefault(name(variable), "").strip();
        String file = variables
                .getOrDefault(name(variable) + Variable.FILE_SUFFIX, "")
                .strip();
        if (!direct.isEmpty() && !file.isEmpty()) {
            note(name(variable), Problem.Kind.TWICE, "");
        }
        String text = file.isEmpty() ? direct : content(variable, file);
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private String content(Variable variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException _) {
            note(name(variable), Problem.Kind.UNREADABLE, "");
            return "";
        }
    }

    private void note(String variable, Problem.Kind kind, String expected) {
        problems.add(new Problem(variable, kind, expected));
    }

    private String name(Variable variable) {
        return variable.name() + suffix;
    }

    private static String suffixOf(String instance) {
        return "_" + instance.toUpperCase(Locale.ROOT);
    }

    private void refuseUnknownNames() {
        List<String> suffixes = INSTANCE.matcher(variables.getOrDefault(Variable.CHANNELS.name(), ""))
                .results()
                .map(found -> suffixOf(found.group(1)))
                .toList();
        for (String name : variables.keySet()) {
            boolean ours = OUR_PREFIXES.stream().anyMatch(name::startsWith);
            if (ours && !known(name) && suffixes.stream().noneMatch(suffix -> knownOfInstance(name, suffix))) {
                note(name, Problem.Kind.UNKNOWN, "");
            }
        }
    }

    private static boolean knownOfInstance(String name, String suffix) {
        String plain = name.endsWith(Variable.FILE_SUFFIX)
                ? name.substring(0, name.length() - Variable.FILE_SUFFIX.length())
                : name;
        return plain.endsWith(suffix)
                && OF_AN_INSTANCE.stream().anyMatch(plain::startsWith)
                && known(plain.substring(0, plain.length() - suffix.length()));
    }

    private static boolean known(String name) {
        for (Variable variable : Variable.values()) {
            if (name.equals(variable.name()) || name.equals(variable.name() + Variable.FILE_SUFFIX)) {
                return true;
            }
        }
        return false;
    }

    private static <E extends Enum<E>> Function<String, E> constantOf(Class<E> type) {
        return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static Secret secretOf(String text, int least) {
        if (text.codePointCount(0, text.length()) < least) {
            throw new IllegalArgumentException("too short");
        }
        return new Secret(text);
    }

    /// Absolute, with this scheme or its form with TLS. Addresses by HTTP are shown and logged, so no
    /// password may stand in one.
    private static URI uri(String text, String scheme) {
        URI uri = URI.create(text);
        boolean mayHoldUser = !scheme.equals("http") || uri.getRawUserInfo() == null;
        if (uri.getHost() == null
                || !mayHoldUser
                || !List.of(scheme, scheme + "s").contains(uri.getScheme())) {
            throw new IllegalArgumentException("another kind of address");
        }
        return uri;
    }

    private static <C extends Comparable<C>> C within(C value, C least, C most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return value;
    }
}
