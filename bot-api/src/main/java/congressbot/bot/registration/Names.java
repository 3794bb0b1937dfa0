package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognises full names, in any script.
final class Names implements Recogniser {
    /// More words than that are a sentence, when nobody asked for a name.
    private static final int MOST_WORDS = 8;

    /// Letters, joined by apostrophes or hyphens; a period may end an abbreviation: `Sá-Carneiro`, `d'Ávila`, `Jr.`
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}]+(?:['’´`-][\\p{L}\\p{M}]+)*+\\.?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern EMOJI = Pattern.compile("[\\p{So}\\uFE0F\\u20E3\\x{1F3FB}-\\x{1F3FF}]");
    private static final Pattern PUNCTUATION_AROUND = Pattern.compile("^[\\s\"“”:,;.!?*_~()-]+|[\\s\"“”:,;!?*_~()-]+$");

    /// A period that ends the sentence, not an abbreviation: `Lima.` but not `Jr.`
    private static final Pattern PERIOD_AT_END = Pattern.compile("(?<=\\p{L}{4}[_*~]{0,2})\\.+$");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})[’´`ʼ](?=\\p{L})");
    private static final Pattern PART = Pattern.compile("(?<=['-])");

    /// Scripts that write a full name without a space.
    private static final List<UnicodeScript> WITHOUT_SPACES =
            List.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final Words words;

    Names(Words words) {
        this.words = words;
    }

    @Override
    public Field field() {
        return Field.NAME;
    }

    @Override
    public List<Finding> find(Said said) {
        return List.of();
    }

    /// Introductions ("my name is") and emoji are left out, capitals put right.
    @Override
    public Parsed<FullName> read(String piece) {
        String name = bare(piece);
        if (name.chars().anyMatch(Character::isDigit)) {
            return new Parsed.Invalid<>(Reason.NAME_WITH_DIGITS);
        }
        List<String> parts = Arrays.asList(name.split(" "));
        if (!parts.stream().allMatch(part -> WORD.matcher(part).matches()) || isTalk(name)) {
            return new Parsed.Invalid<>(Reason.NOT_A_NAME);
        }
        String spelled = withCapitals(parts, name);
        if (FullName.length(spelled) > FullName.MAX_LENGTH) {
            return new Parsed.Invalid<>(Reason.NAME_TOO_LONG);
        }
        if (!full(parts)) {
            return partial(parts, spelled);
        }
        return new Parsed.Ok<>(new FullName(spelled));
    }

    private Parsed<FullName> partial(List<String> parts, String spelled) {
        boolean legible = parts.stream().anyMatch(part -> letters(part) > 1 && !particle(part));
        return legible
                ? new Parsed.Part<>(spelled, Reason.NAME_ONLY_FIRST)
                : new Parsed.Invalid<>(Reason.NAME_ONLY_FIRST);
    }

    @Override
    public Optional<FullName> exactly(String piece) {
        return piece.split(" ").length <= MOST_WORDS && read(piece) instanceof Parsed.Ok<FullName>(FullName name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// The surname alone, unless the whole name comes now.
    @Override
    public Optional<Parsed<? extends Answer>> completed(String first, Said rest) {
        boolean whole = Spelling.folded(rest.text()).startsWith(Spelling.folded(first) + " ")
                || words.contains(Meaning.MARK_NAME, rest.folded());
        boolean talk = Stream.of(Meaning.GREETING, Meaning.YES, Meaning.NO, Meaning.THANKS)
                .anyMatch(meaning -> words.is(meaning, rest.folded()));
        if (whole || talk || rest.text().length() > FullName.MAX_LENGTH) {
            return Optional.empty();
        }
        String surname = words.withoutLeadIn(Meaning.NAME_LEAD_IN, rest.text().replace('\n', ' '));
        return read(first + " " + surname) instanceof Parsed.Ok<FullName> name ? Optional.of(name) : Optional.empty();
    }

    private boolean isTalk(String name) {
        return words.contains(Meaning.CODE, name)
                || Arrays.stream(name.split(" "))
                        .anyMatch(part ->
                                !particle(part) && words.of(Meaning.NOT_A_NAME).contains(Spelling.folded(part)));
    }

    private String bare(String text) {
        String plain = APOSTROPHE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("'");
        String visible = EMOJI.matcher(Spelling.cleaned(plain)).replaceAll(" ");
        String name = words.withoutLeadIn(Meaning.NAME_LEAD_IN, trimmed(visible));
        return trimmed(words.withoutTail(Meaning.JOINT, words.withoutTail(Meaning.THANKS, trimmed(name))));
    }

    private static String trimmed(String text) {
        String inner = PERIOD_AT_END.matcher(Spelling.cleaned(text)).replaceFirst("");
        return PUNCTUATION_AROUND.matcher(inner).replaceAll("");
    }

    private boolean full(List<String> parts) {
        long names = parts.stream().filter(part -> !particle(part)).count();
        boolean initialsOnly = parts.stream().allMatch(part -> letters(part) < 2);
        return (names >= 2 && !initialsOnly)
                || (letters(parts.getFirst()) >= 2 && WITHOUT_SPACES.contains(script(parts.getFirst())));
    }

    /// "van" is one, "văn" is a name.
    private boolean particle(String part) {
        return words.of(Meaning.NAME_PARTICLE).contains(lower(part));
    }

    private static long letters(String part) {
        return part.codePoints().filter(Character::isLetter).count();
    }

    private static UnicodeScript script(String part) {
        return UnicodeScript.of(part.codePointAt(0));
    }

    /// A word that mixes cases is left as it is: "McDonald" knows better. Particles in the middle are small.
    private String withCapitals(List<String> parts, String name) {
        boolean oneCase = name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
        StringBuilder capitals = new StringBuilder(name.length());
        for (String part : parts) {
            boolean first = capitals.isEmpty();
            capitals.append(first ? "" : " ").append(spelled(part, first, oneCase));
        }
        return capitals.toString();
    }

    private String spelled(String part, boolean first, boolean oneCase) {
        if (!first && particle(part)) {
            return lower(part);
        }
        boolean small = part.equals(lower(part));
        boolean shouted = letters(part) > 1 && part.equals(part.toUpperCase(Locale.ROOT)) && !part.endsWith(".");
        return oneCase || small || shouted || jumbled(part) ? capital(part, first) : part;
    }

    /// `mArIa`: no name has capitals like that.
    private static boolean jumbled(String part) {
        long capitals = part.codePoints().skip(1).filter(Character::isUpperCase).count();
        boolean startsSmall = Character.isLowerCase(part.codePointAt(0));
        return capitals > 1 || (capitals == 1 && startsSmall && part.indexOf('\'') < 0);
    }

    /// Each piece of `joana d'arc-lima` for itself; the elided particle in the middle of a name stays small.
    private String capital(String part, boolean first) {
        StringBuilder capitals = new StringBuilder(part.length());
        for (String piece : PART.splitAsStream(lower(part)).toList()) {
            boolean elided = !first && piece.length() == 2 && piece.endsWith("'") && particle(piece.substring(0, 1));
            int end = piece.offsetByCodePoints(0, 1);
            capitals.append(
                    elided
                            ? piece
                            : Character.toString(Character.toTitleCase(piece.codePointAt(0))) + piece.substring(end));
        }
        return capitals.toString();
    }

    private static String lower(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
