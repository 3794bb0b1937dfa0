package congressbot.bot.llm.redaction;

import congressbot.bot.registration.Cpf;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds numbers long enough to be of a person (documents, phones, birthdays, postal codes): in digits, grouped, partly
/// masked, or in words.
final class Numbers {
    private static final int TELLING_DIGITS = 5;
    private static final int DIGITS_BESIDE_MASKS = 3;
    private static final int TELLING_MASKS = 2;
    private static final int TELLING_WORDS = 3;
    private static final int LONGEST_GAP = 3;

    /// Digits and masks, with little between them, and the letters that hang on them: `***.456.789-**`, `AB123456`.
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{N}])[+(]{0,2}(?:[A-Za-z]{1,3}-?|[A-Z]{1,2} )?[0-9*\u2022][0-9*\u2022xX]*"
                    + "(?:[ \\n.,/()+_:|\u2013-]{0,3}[0-9*\u2022][0-9*\u2022xX]*|[A-Za-z]{1,2}(?=[0-9]))*"
                    + "(?:-?[A-Za-z](?![\\p{L}\\p{N}]))?");

    private static final Pattern MIXED = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z0-9]{6,14}(?![\\p{L}\\p{N}])");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z]");
    private static final int DIGITS_OF_A_PASSPORT = 4;

    private static final Pattern SHORT = Pattern.compile("(?<![0-9])[0-9]{3,}(?![0-9])");
    private static final Pattern LOCAL_END = Pattern.compile("-[0-9]{4}$");
    private static final Pattern CPF = Pattern.compile("[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}[- .]?[0-9]{2}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private static final int SHORTEST_PHONE = 10;
    private static final int LONGEST_PHONE = 13;
    private static final int LOCAL_PHONE = 8;
    private static final int CPF_DIGITS = 11;

    private final Vocabulary vocabulary;
    private final PersonalValues own;
    private final Published published;

    Numbers(Vocabulary vocabulary, PersonalValues own, Published published) {
        this.vocabulary = vocabulary;
        this.own = own;
        this.published = published;
    }

    String redacted(String text) {
        return withoutOwn(withoutSpoken(withoutRuns(withoutPassports(text))));
    }

    /// Letters and digits mixed, as passports have them.
    private String withoutPassports(String text) {
        return MIXED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(isPassport(match.group()) ? Token.NUMBER.written() : match.group()));
    }

    private boolean isPassport(String word) {
        String digits = digits(word);
        String letters = NO_LETTER.matcher(word).replaceAll("");
        boolean known = published.has(word) || (published.has(letters) && published.hasNumber(digits));
        return digits.length() >= DIGITS_OF_A_PASSPORT && digits.length() < word.length() && !known;
    }

    private String withoutRuns(String text) {
        Matcher matcher = RUN.matcher(text);
        Spans spans = new Spans(text);
        while (matcher.find()) {
            if (isTelling(matcher.group())) {
                spans.add(matcher.start(), matcher.end(), kind(matcher.group()));
            }
        }
        return spans.replaced();
    }

    private boolean isTelling(String run) {
        String digits = digits(run);
        long masks = run.chars()
                .filter(letter -> letter == '*' || letter == '\u2022' || letter == 'x' || letter == 'X')
                .count();
        boolean telling =
                digits.length() >= TELLING_DIGITS || (digits.length() >= DIGITS_BESIDE_MASKS && masks >= TELLING_MASKS);
        return telling && (own.hasNumber(digits) || !published.hasNumber(run));
    }

    private static Token kind(String run) {
        int count = digits(run).length();
        if (CPF.matcher(run).find() || (count == CPF_DIGITS && Cpf.valid(digits(run)))) {
            return Token.CPF;
        }
        boolean local = count >= LOCAL_PHONE && LOCAL_END.matcher(run).find();
        return (count >= SHORTEST_PHONE && count <= LONGEST_PHONE) || local ? Token.PHONE : Token.NUMBER;
    }

    private static String digits(String run) {
        return NO_DIGIT.matcher(run).replaceAll("");
    }

    private String withoutSpoken(String text) {
        List<Word> words = Word.of(text);
        Spans spans = new Spans(text);
        int from = 0;
        while (from < words.size()) {
            int end = runEnd(words, from);
            if (isSpokenNumber(words.subList(from, end))) {
                spans.add(words.get(from).from(), words.get(end - 1).to(), Token.NUMBER);
            }
            from = Math.max(end, from + 1);
        }
        return spans.replaced();
    }

    /// Where the run of numbers that begins with this word ends, joints at its end left out.
    private int runEnd(List<Word> words, int from) {
        int end = from;
        for (int i = from; i < words.size() && (i == from || follows(words.get(i))); i++) {
            String word = words.get(i).folded();
            if (isNumber(word)) {
                end = i + 1;
            } else if (end == from || !isJoint(word)) {
                return end;
            }
        }
        return end;
    }

    private static boolean follows(Word word) {
        return word.before().length() <= LONGEST_GAP;
    }

    private boolean isSpokenNumber(List<Word> run) {
        long spoken = run.stream()
                .filter(word -> vocabulary.spoken().numbers().contains(word.folded()))
                .count();
        long numbers = run.stream().filter(word -> isNumber(word.folded())).count();
        return spoken > 0 && numbers >= TELLING_WORDS;
    }

    private boolean isNumber(String word) {
        return vocabulary.spoken().numbers().contains(word)
                || (!word.isEmpty() && word.chars().allMatch(letter -> letter >= '0' && letter <= '9'));
    }

    private boolean isJoint(String word) {
        return vocabulary.spoken().joints().contains(word)
                || vocabulary.spoken().dot().contains(word);
    }

    private String withoutOwn(String text) {
        return SHORT.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        own.hasNumber(match.group()) ? Token.NUMBER.written() : match.group()));
    }
}
