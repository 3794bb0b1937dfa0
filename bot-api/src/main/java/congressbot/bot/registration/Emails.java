package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognises e-mail addresses, typed or said.
final class Emails implements Recogniser {
    /// From this length on (characters), a domain one slip away from a common one is questioned.
    private static final int SLIP_FROM = 8;

    /// The dot-atom of RFC 5321 without the letters that nobody's provider hands out: `maria.silva+1@ufg.br`
    private static final Pattern STRICT = Pattern.compile("[a-z0-9_%+'-]{1,64}(?:\\.[a-z0-9_%+'-]{1,64})*+"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})");

    private static final Pattern NO_TOP_LEVEL = Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}");

    /// Characters between separators with an `@` among them, perhaps with spaces around it: `<maria @ gmail.com>`
    private static final Pattern CANDIDATE =
            Pattern.compile("[^\\s<>()\\[\\]{},;:\"*|\\\\/=?@]++ ?@ ?[^\\s<>()\\[\\]{},;:\"*|\\\\/=?]++");

    /// A space in the domain before the ending: `maria@gmail .com`
    private static final Pattern SPACE_IN_DOMAIN = Pattern.compile("(@ ?[A-Za-z0-9.-]+) ?\\. ?(com|br|net|org|edu)\\b");

    /// Behind an address that was cut by a space: `maria@yahoo.com .br`
    private static final Pattern GOES_ON = Pattern.compile(" ?\\. ?[A-Za-z]{2,}");

    private static final Pattern DOTS_AT_END = Pattern.compile("[.!'’_-]+$");
    private static final Pattern DOTS_IN_DOMAIN = Pattern.compile("\\.{2,}");
    private static final int MAX_LOCAL = 64;

    private final Words words;
    private final SpokenEmails spoken;

    Emails(Words words) {
        this.words = words;
        this.spoken = new SpokenEmails(words);
    }

    @Override
    public Field field() {
        return Field.EMAIL;
    }

    @Override
    public List<Finding> find(Said said) {
        List<Finding> found = new ArrayList<>();
        for (MatchResult match : CANDIDATE.matcher(said.text()).results().toList()) {
            boolean goesOn = GOES_ON.matcher(said.text())
                    .region(match.end(), said.text().length())
                    .lookingAt();
            if (!goesOn && judge(plain(match.group())) instanceof Parsed.Ok<EmailAddress>(EmailAddress address)) {
                found.add(new Finding(new Span(match.start(), match.end()), address, Finding.Certainty.SURE));
            }
        }
        return found;
    }

    /// The one address of the piece. A domain that is probably a slip of a common one is a suggestion.
    @Override
    public Parsed<EmailAddress> read(String piece) {
        List<String> candidates = candidates(piece);
        return switch (candidates.size()) {
            case 0 -> spoken.address(piece).map(this::said).orElseGet(() -> none(piece));
            case 1 -> judge(candidates.getFirst());
            default -> several(candidates);
        };
    }

    private static Parsed<EmailAddress> none(String piece) {
        return new Parsed.Invalid<>(piece.contains("@") ? Reason.EMAIL_MALFORMED : Reason.NO_EMAIL);
    }

    /// What was put together from words is shown before it is taken.
    private Parsed<EmailAddress> said(SpokenEmails.Said said) {
        Parsed<EmailAddress> judged = judge(said.address());
        return said.sure() || !(judged instanceof Parsed.Ok<EmailAddress>(EmailAddress address))
                ? judged
                : new Parsed.Suggest<>(address, Optional.empty());
    }

    private Parsed<EmailAddress> several(List<String> candidates) {
        List<EmailAddress> good = candidates.stream()
                .map(this::judge)
                .flatMap(parsed -> parsed instanceof Parsed.Ok<EmailAddress>(EmailAddress address)
                        ? Stream.of(address)
                        : Stream.empty())
                .toList();
        return good.size() > 1 ? new Parsed.Choose<>(good) : judge(candidates.getLast());
    }

    @Override
    public Optional<EmailAddress> exactly(String piece) {
        return candidates(piece).size() == 1 && read(piece) instanceof Parsed.Ok<EmailAddress>(EmailAddress address)
                ? Optional.of(address)
                : Optional.empty();
    }

    /// The addresses of a text as they were typed, in lower case.
    private static List<String> candidates(String text) {
        String joined = SPACE_IN_DOMAIN.matcher(Spelling.cleaned(text)).replaceAll("$1.$2");
        return CANDIDATE
                .matcher(SPACE_IN_DOMAIN.matcher(joined).replaceAll("$1.$2"))
                .results()
                .map(match -> plain(match.group()))
                .distinct()
                .toList();
    }

    private static String plain(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        return DOTS_AT_END.matcher(plain).replaceFirst("");
    }

    private Parsed<EmailAddress> judge(String address) {
        if (!address.chars().allMatch(letter -> letter < 0x80)) {
            return new Parsed.Invalid<>(Reason.EMAIL_ACCENTS);
        }
        boolean complete = wellFormed(address);
        if (!complete && !withoutTopLevel(address)) {
            return repaired(address);
        }
        int at = address.indexOf('@');
        String domain = address.substring(at + 1);
        Optional<String> meant = meant(domain);
        if (meant.isEmpty()) {
            return complete ? new Parsed.Ok<>(new EmailAddress(address)) : new Parsed.Invalid<>(Reason.EMAIL_MALFORMED);
        }
        boolean possible = complete && !impossible(domain);
        String suggested = address.substring(0, at + 1) + meant.get();
        if (!wellFormed(suggested)) {
            return new Parsed.Invalid<>(Reason.EMAIL_MALFORMED);
        }
        return new Parsed.Suggest<>(
                new EmailAddress(suggested), possible ? Optional.of(new EmailAddress(address)) : Optional.empty());
    }

    /// `maria@gmail..com` was probably meant with one dot.
    private static Parsed<EmailAddress> repaired(String address) {
        int at = address.indexOf('@');
        String once = address.substring(0, at)
                + DOTS_IN_DOMAIN.matcher(address.substring(at)).replaceAll(".");
        return wellFormed(once)
                ? new Parsed.Suggest<>(new EmailAddress(once), Optional.empty())
                : new Parsed.Invalid<>(Reason.EMAIL_MALFORMED);
    }

    private static boolean wellFormed(String address) {
        return address.length() <= EmailAddress.MAX_LENGTH
                && address.indexOf('@') <= MAX_LOCAL
                && STRICT.matcher(address).matches();
    }

    private static boolean withoutTopLevel(String address) {
        return address.length() <= EmailAddress.MAX_LENGTH
                && NO_TOP_LEVEL.matcher(address).matches();
    }

    private Optional<String> meant(String domain) {
        if (words.of(Meaning.EMAIL_DOMAIN).contains(domain)) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> slip :
                words.pairs(Meaning.EMAIL_DOMAIN_SLIP).entrySet()) {
            String typed = slip.getKey();
            if (typed.startsWith(".") ? domain.endsWith(typed) : domain.equals(typed)) {
                return Optional.of(domain.substring(0, domain.length() - typed.length()) + slip.getValue());
            }
        }
        return neighbour(domain);
    }

    private Optional<String> neighbour(String domain) {
        return words.of(Meaning.EMAIL_DOMAIN).stream()
                .filter(common -> common.length() >= SLIP_FROM
                        && Math.abs(common.length() - domain.length()) <= 1
                        && Spelling.distance(domain, common) == 1)
                .findFirst();
    }

    /// Endings that no registry has.
    private boolean impossible(String domain) {
        return words.pairs(Meaning.EMAIL_DOMAIN_SLIP).keySet().stream()
                .anyMatch(typed -> typed.startsWith(".") && domain.endsWith(typed));
    }
}
