package congressbot.bot.llm.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds e-mail addresses and the names of accounts, typed or spoken.
final class Addresses {
    private static final String PART = "[^\\s@<>()\\[\\],;:\"/]{1,64}";
    private static final String ENDING = "(?: ?\\. ?(?:com|br|org|net|edu|gov|me|io|es|pt|ar|co|mx|cl|uy|py|info)\\b)";

    /// `maria@ufg.br`, `maria @ gmail . com`
    private static final Pattern TYPED =
            Pattern.compile(PART + "@" + PART + ENDING + "*|" + PART + " ?@ ?" + PART + ENDING + "+");

    /// `@maria`, as on Instagram.
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]{2,}");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._+-]+\\.[a-z]{2,3}\\b");

    /// Words of the part before the sign that are taken with it where nothing joins them.
    private static final int LOOSE_WORDS = 2;

    /// The English sign is an everyday word: it counts with a dot this near.
    private static final int DOT_WITHIN = 3;

    private static final String ENGLISH_AT = "at";

    private final Vocabulary vocabulary;
    private final Published published;

    Addresses(Vocabulary vocabulary, Published published) {
        this.vocabulary = vocabulary;
        this.published = published;
    }

    String redacted(String text) {
        return withoutSpoken(withoutSignless(without(ACCOUNT, without(TYPED, text))));
    }

    private String without(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Spans spans = new Spans(text);
        while (matcher.find()) {
            if (!published.has(trimmed(matcher.group()))) {
                spans.add(matcher.start(), matcher.end(), Token.EMAIL);
            }
        }
        return spans.replaced();
    }

    /// `maria.gmail.com`: the sign was forgotten.
    private String withoutSignless(String text) {
        return HOST.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(isSignless(match.group()) ? Token.EMAIL.written() : match.group()));
    }

    private boolean isSignless(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return vocabulary.providers().stream()
                        .anyMatch(provider -> lower.endsWith(provider) && lower.length() > provider.length())
                && !published.has(host);
    }

    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && !Character.isLetterOrDigit(address.charAt(end - 1))) {
            end--;
        }
        return address.substring(0, end);
    }

    private String withoutSpoken(String text) {
        List<Word> words = Word.of(text);
        Spans spans = new Spans(text);
        for (int at = 1; at < words.size() - 1; at++) {
            if (isSign(words, at)) {
                int last = domainEnd(words, at + 1);
                spans.add(
                        words.get(localStart(words, at - 1)).from(),
                        words.get(last).to(),
                        Token.EMAIL);
                at = last;
            }
        }
        return spans.replaced();
    }

    private boolean isSign(List<Word> words, int index) {
        String word = words.get(index).folded();
        // "the price of an arroba of beef": in Portuguese it is a weight, too.
        boolean weighs = vocabulary.particles().contains(words.get(index + 1).folded());
        return vocabulary.spoken().at().contains(word)
                && (dotFollows(words, index + 1) || !(weighs || word.equals(ENGLISH_AT)));
    }

    private boolean dotFollows(List<Word> words, int from) {
        return words.subList(from, Math.min(words.size(), from + DOT_WITHIN)).stream()
                .anyMatch(word -> vocabulary.spoken().dot().contains(word.folded()));
    }

    /// The last word of `gmail ponto com ponto br`.
    private int domainEnd(List<Word> words, int domain) {
        int end = domain;
        while (end + 2 < words.size() && isDot(words, end + 1)) {
            end += 2;
        }
        return end + 1 < words.size() && words.get(end + 1).before().equals(".") ? end + 1 : end;
    }

    private boolean isDot(List<Word> words, int index) {
        return vocabulary.spoken().dot().contains(words.get(index).folded());
    }

    /// The first word of `joao ponto silva vinte e um`.
    private int localStart(List<Word> words, int last) {
        int start = last;
        int loose = LOOSE_WORDS;
        while (start > 0) {
            String word = words.get(start - 1).folded();
            boolean joined = isJoint(word) || isJoint(words.get(start).folded()) || isNumber(word);
            if (!joined && (loose-- == 0 || vocabulary.common().contains(word) || isBroken(words.get(start)))) {
                return start;
            }
            start--;
        }
        return start;
    }

    private boolean isJoint(String word) {
        return vocabulary.spoken().dot().contains(word)
                || vocabulary.spoken().joints().contains(word);
    }

    private boolean isNumber(String word) {
        return vocabulary.spoken().numbers().contains(word) || Character.isDigit(word.codePointAt(0));
    }

    private static boolean isBroken(Word word) {
        return !word.before().equals(" ");
    }
}
