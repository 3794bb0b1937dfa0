package congressbot.bot.llm.gate;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A link leads where the organisers' texts do: it stands there to the letter, or is nothing but a host of theirs.
final class Links implements Check {
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b[a-z][a-z0-9+]{1,12}\\s*:\\s*/\\s*/\\s*\\S*");

    /// Schemes that need no slashes.
    private static final Pattern BARE_SCHEME =
            Pattern.compile("(?i)\\b(?:javascript|data|mailto|tel|file|vbscript|sms|intent|about):\\S");

    /// Begins after a point or a dash, too, which people and phones drop; never within an e-mail address.
    private static final Pattern DOMAIN = Pattern.compile("(?<![\\p{L}\\p{N}@])(?<!@[\\p{L}\\p{N}.-]{1,253})"
            + "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*[.\u3002\uff0e\uff61])+\\p{L}{2,24}(?:[:/?#@]\\S*)?");

    private static final String ENDING = "(?:com|br|org|net|io|me|gov|edu|info|app|link|site|online|ru|xyz|top)";

    /// What becomes an address when a person retypes it: the dot in brackets or with spaces, a server by its number.
    private static final Pattern DISGUISED =
            Pattern.compile("(?i)[\\p{L}\\p{N}]\\s*[\\[({]\\s*(?:\\.|\\p{L}{3,5})\\s*[\\])}]\\s*" + ENDING + "\\b"
                    + "|[\\p{L}\\p{N}] ?\\. ?" + ENDING + "\\b"
                    + "|\\b[0-9]{1,3}(?:\\.[0-9]{1,3}){3}\\b|\\bwww\\b|\\bh(?:xx|tt)ps?\\b");

    /// Abbreviations that look like hosts.
    private static final Pattern SHORT_LABELS = Pattern.compile("(?:\\p{L}{1,2}\\.)+\\p{L}{1,2}\\.?");

    private static final Pattern TRAIL = Pattern.compile("[.,;:!?)\\]}'\"*_\u00bb\u201d/]+$");
    private static final Pattern PROTOCOL = Pattern.compile("(?i)^https?://");
    private static final Pattern AFTER_HOST = Pattern.compile("[/?#:].*");
    private static final Pattern ENDINGS = Pattern.compile(ENDING);

    private final Set<String> spokenDots;

    Links(List<Words> languages) {
        spokenDots = languages.stream()
                .flatMap(words -> words.of(Meaning.SPOKEN_DOT).stream())
                .filter(word -> word.indexOf(' ') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        return BARE_SCHEME.matcher(answer).find()
                || spoken(answer)
                || links(answer).anyMatch(link -> !allowed(link, proof))
                || disguised(answer, proof);
    }

    private static Stream<String> links(String answer) {
        return Stream.of(SCHEME, DOMAIN)
                .flatMap(pattern -> pattern.matcher(answer).results())
                .map(MatchResult::group)
                .filter(link -> !SHORT_LABELS.matcher(link).matches());
    }

    private static boolean allowed(String link, Proof proof) {
        String bare = TRAIL.matcher(link).replaceFirst("").toLowerCase(Locale.ROOT);
        if (!PROTOCOL.matcher(bare).find() && bare.contains(":")) {
            return false;
        }
        String address = PROTOCOL.matcher(bare).replaceFirst("");
        return stands(address, proof) || onList(address, proof.evidence().linkHosts());
    }

    /// To the letter, and not as a part of something longer.
    private static boolean stands(String address, Proof proof) {
        String whole = "(?<![\\p{L}\\p{N}.@-])" + Pattern.quote(address) + "/?(?![\\p{L}\\p{N}@-]|\\.[\\p{L}\\p{N}])";
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE)
                .matcher(proof.text())
                .find();
    }

    private static boolean onList(String address, List<String> hosts) {
        String host = AFTER_HOST.matcher(address).replaceFirst("");
        return address.indexOf('@') < 0
                && hosts.stream().anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
    }

    private static boolean disguised(String answer, Proof proof) {
        String rest = answer;
        for (String link : links(answer).toList()) {
            rest = rest.replace(link, " ");
        }
        return DISGUISED.matcher(rest).results().anyMatch(match -> !proof.holds(match.group()));
    }

    private boolean spoken(String answer) {
        List<String> words = List.of(Spelling.folded(answer).split(" "));
        for (int i = 1; i + 1 < words.size(); i++) {
            if (spokenDots.contains(words.get(i))
                    && ENDINGS.matcher(words.get(i + 1)).matches()) {
                return true;
            }
        }
        return false;
    }
}
