package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in lower case.
public record EmailAddress(String value) implements Answer {
    static final int MAX_LENGTH = 254;

    /// From this length on (characters), a domain one slip away from a common one is questioned.
    private static final int SLIP_FROM = 8;

    /// The dot-atom of RFC 5321 without the letters that nobody's provider hands out.
    private static final Pattern STRICT = Pattern.compile("[a-z0-9_%+'-]{1,64}(?:\\.[a-z0-9_%+'-]{1,64})*+"
            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})");

    private static final Pattern NO_TOP_LEVEL = Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}");
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\s<>()\\[\\]{},;:\"*|\\\\/=?]++");
    private static final Pattern SPACE_AROUND_AT = Pattern.compile(" ?@ ?");
    private static final Pattern DOTS_AT_END = Pattern.compile("[.!'’_-]+$");
    private static final int MAX_LOCAL = 64;

    public EmailAddress {
        if (value.indexOf('@') < 1 || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an e-mail address has the form name@domain, up to 254 characters");
        }
    }

    /// Finds the one address in what was typed. A domain that is probably a slip of a common one is a suggestion.
    static Parsed<EmailAddress> parse(String text, Words words) {
        List<String> candidates = candidates(text);
        if (candidates.isEmpty()) {
            return new Parsed.Invalid<>(text.contains("@") ? Reason.EMAIL_MALFORMED : Reason.NO_EMAIL);
        }
        if (candidates.size() > 1) {
            return new Parsed.Invalid<>(Reason.EMAIL_TWO);
        }
        return judge(candidates.getFirst(), words);
    }

    /// The addresses of a text as they were typed, in lower case.
    static List<String> candidates(String text) {
        String plain = Normalizer.normalize(Spelling.cleaned(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return BETWEEN_TOKENS
                .splitAsStream(SPACE_AROUND_AT.matcher(plain).replaceAll("@"))
                .filter(token -> token.indexOf('@') > 0 && !token.endsWith("@"))
                .map(found -> DOTS_AT_END.matcher(found).replaceFirst(""))
                .distinct()
                .toList();
    }

    private static Parsed<EmailAddress> judge(String address, Words words) {
        if (!address.chars().allMatch(letter -> letter < 0x80)) {
            return new Parsed.Invalid<>(Reason.EMAIL_ACCENTS);
        }
        boolean complete = wellFormed(address);
        if (!complete && !withoutTopLevel(address)) {
            return new Parsed.Invalid<>(Reason.EMAIL_MALFORMED);
        }
        int at = address.indexOf('@');
        String domain = address.substring(at + 1);
        Optional<String> meant = meant(domain, words);
        if (meant.isEmpty()) {
            return complete ? new Parsed.Ok<>(new EmailAddress(address)) : new Parsed.Invalid<>(Reason.EMAIL_MALFORMED);
        }
        boolean possible = complete && !impossible(domain, words);
        return new Parsed.Suggest<>(
                new EmailAddress(address.substring(0, at + 1) + meant.get()),
                possible ? Optional.of(new EmailAddress(address)) : Optional.empty());
    }

    private static boolean wellFormed(String address) {
        return address.length() <= MAX_LENGTH
                && address.indexOf('@') <= MAX_LOCAL
                && STRICT.matcher(address).matches();
    }

    private static boolean withoutTopLevel(String address) {
        return address.length() <= MAX_LENGTH && NO_TOP_LEVEL.matcher(address).matches();
    }

    private static Optional<String> meant(String domain, Words words) {
        if (words.of(Meaning.EMAIL_DOMAIN).contains(domain)) {
            return Optional.empty();
        }
        return words.of(Meaning.EMAIL_DOMAIN_SLIP).stream()
                .map(line -> line.split("=", 2))
                .filter(slip -> slip[0].startsWith(".") ? domain.endsWith(slip[0]) : domain.equals(slip[0]))
                .map(slip -> domain.substring(0, domain.length() - slip[0].length()) + slip[1])
                .findFirst()
                .or(() -> neighbour(domain, words));
    }

    private static Optional<String> neighbour(String domain, Words words) {
        return words.of(Meaning.EMAIL_DOMAIN).stream()
                .filter(common -> common.length() >= SLIP_FROM
                        && Math.abs(common.length() - domain.length()) <= 1
                        && Spelling.distance(domain, common) == 1)
                .findFirst();
    }

    /// Endings that no registry has.
    private static boolean impossible(String domain, Words words) {
        return words.of(Meaning.EMAIL_DOMAIN_SLIP).stream()
                .filter(line -> line.startsWith("."))
                .anyMatch(line -> domain.endsWith(line.substring(0, line.indexOf('='))));
    }

    @Override
    public Field field() {
        return Field.EMAIL;
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String toString() {
        return "EmailAddress[" + value.charAt(0) + "…]";
    }
}
