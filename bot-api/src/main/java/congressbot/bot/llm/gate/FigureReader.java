package congressbot.bot.llm.gate;

import congressbot.bot.text.Language;
import congressbot.bot.text.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the figures of a text, in each of our languages: the more special ones first, and each digit once.
final class FigureReader {
    private static final String AMOUNT = "([0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{2})?|[0-9]+(?:[.,][0-9]{1,2})?)";
    private static final String TWO = "([0-9]{1,2})";
    private static final Pattern ISO_DAY = Pattern.compile("\\b([0-9]{4})-([0-9]{2})-([0-9]{2})\\b");
    private static final Pattern SLASHED_DAY =
            Pattern.compile("\\b" + TWO + "[/.]" + TWO + "(?:[/.]([0-9]{4}|[0-9]{2}))?\\b(?![.,][0-9])");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:[.,][0-9]+)?)\\s?%");
    private static final Pattern HALF_DAY = Pattern.compile("\\b" + TWO + "(?:[:.]([0-9]{2}))?\\s?([ap])\\.?\\s?m\\b");
    private static final Pattern GROUPED = Pattern.compile("[+(]*[0-9]{2,}(?:[ .()/+-]{1,3}[0-9]{2,})+");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern THOUSANDS = Pattern.compile("[.,](?=[0-9]{3}(?![0-9]))");
    private static final Pattern DECIMALS = Pattern.compile("[.,]([0-9]{1,2})$");
    private static final int SHORTEST_GROUPED = 7;
    private static final int HOUR = 60;
    private static final int NOON = 12;
    private static final int LAST_DAY = 31;

    private final Map<String, Integer> months = months();
    private final Pattern wordedDay;
    private final Pattern wordedDayAfter;
    private final Pattern moneyBefore;
    private final Pattern moneyAfter;
    private final Pattern hours;
    private final Pattern hourRange;
    private final Pattern currency;
    private final Pattern large;

    FigureReader() {
        Properties words = words();
        currency = Pattern.compile(words.getProperty("currency.after"));
        large = Pattern.compile(words.getProperty("thousand"));
        String to = "(?:" + words.getProperty("to") + "|,)";
        String of = "(?:" + words.getProperty("of") + ")";
        String hour = "(?:" + words.getProperty("hour") + ")";
        String month = "("
                + String.join(
                        "|", months.keySet().stream().sorted(longestFirst()).toList()) + ")\\b";
        String days =
                "([0-9]{1,2}(?:o|st|nd|rd|th)?(?:\\s*" + to + "\\s*(?:" + of + "\\s)?[0-9]{1,2}(?:o|st|nd|rd|th)?)*)";
        wordedDay = Pattern.compile("\\b" + days + "\\s*(?:" + of + "\\s+)?" + month);
        wordedDayAfter =
                Pattern.compile("\\b" + month + "\\.?\\s+" + days.replace("|,", "") + "\\b(?!:|\\s*" + hour + "\\b)");
        moneyBefore = Pattern.compile("(" + words.getProperty("currency.before") + ")\\s?" + AMOUNT);
        moneyAfter = Pattern.compile("\\b" + AMOUNT + "\\s?(" + words.getProperty("currency.after") + ")\\b");
        String minute = "(?:" + words.getProperty("minute") + ")\\b";
        hours = Pattern.compile(
                "\\b" + TWO + "(?::([0-9]{2})(?:\\s?" + hour + "\\b)?|\\s?" + hour + "(?:([0-9]{2})(?:\\s?" + minute
                        + ")?|\\s(?:" + to + "\\s)?([0-9]{2})\\s?" + minute + ")?)(?![0-9\\p{L}])");
        hourRange = Pattern.compile("\\b" + TWO + "\\s?" + to + "\\s?(?=" + TWO + "(?::[0-9]{2}|\\s?" + hour + "\\b))");
    }

    private static Comparator<String> longestFirst() {
        return Comparator.comparingInt(String::length).reversed();
    }

    /// Whether a folded word is a currency.
    boolean isCurrency(String word) {
        return currency.matcher(word).matches();
    }

    /// Whether a folded word is a number that makes others large.
    boolean isLarge(String word) {
        return large.matcher(word).matches();
    }

    /// What a text says, in no order.
    ///
    /// @param between whether the days between two days of a month count, too
    List<Figure> read(String text, boolean between) {
        Scan scan =
                new Scan(Spelling.withoutAccents(text.toLowerCase(Locale.ROOT)).replace('\u00ba', 'o'));
        scan.take(ISO_DAY, match -> day(match.group(3), match.group(2), match.group(1)));
        scan.take(moneyBefore, match -> List.of(new Figure.Money(match.group(1), cents(match.group(2)))));
        scan.take(moneyAfter, match -> List.of(new Figure.Money(match.group(2), cents(match.group(1)))));
        scan.take(PERCENT, match -> List.of(new Figure.Percent(match.group(1).replace(',', '.'))));
        scan.take(wordedDay, match -> days(match.group(1), month(match.group(2)), between));
        scan.take(wordedDayAfter, match -> days(match.group(2), month(match.group(1)), between));
        scan.take(SLASHED_DAY, match -> day(match.group(1), match.group(2), match.group(3)));
        scan.take(HALF_DAY, FigureReader::halfDay);
        scan.take(hourRange, match -> List.of(new Figure.Time(Integer.parseInt(match.group(1)) * HOUR)));
        scan.take(hours, FigureReader::time);
        scan.take(GROUPED, FigureReader::grouped);
        scan.take(PLAIN, match -> List.of(new Figure.Plain(plain(match.group()))));
        return scan.found;
    }

    /// A text from which what was read is blotted out.
    private static final class Scan {
        private final List<Figure> found = new ArrayList<>();
        private String rest;

        Scan(String text) {
            rest = text;
        }

        /// @param reading empty when this is not such a figure after all
        void take(Pattern pattern, Function<MatchResult, List<Figure>> reading) {
            StringBuilder blotted = new StringBuilder(rest);
            Matcher matcher = pattern.matcher(rest);
            while (matcher.find()) {
                List<Figure> figures = reading.apply(matcher.toMatchResult());
                found.addAll(figures);
                for (int i = matcher.start(); i < matcher.end() && !figures.isEmpty(); i++) {
                    blotted.setCharAt(i, ' ');
                }
            }
            rest = blotted.toString();
        }
    }

    private static List<Figure> day(String day, String month, @Nullable String year) {
        int number = Integer.parseInt(month);
        int dayNumber = Integer.parseInt(day);
        if (number < 1 || number > Month.values().length || dayNumber < 1 || dayNumber > LAST_DAY) {
            return List.of();
        }
        Figure read = new Figure.Day(dayNumber, number);
        return year == null ? List.of(read) : List.of(read, new Figure.Plain(year.length() == 2 ? "20" + year : year));
    }

    private static List<Figure> days(String list, int month, boolean between) {
        List<Integer> numbers = NUMBER.matcher(list)
                .results()
                .map(match -> Integer.parseInt(match.group()))
                .toList();
        List<Figure> days = new ArrayList<>();
        numbers.forEach(number -> days.add(new Figure.Day(number, month)));
        for (int day = numbers.getFirst(); between && day < numbers.getLast(); day++) {
            days.add(new Figure.Day(day, month));
        }
        return days;
    }

    private int month(String name) {
        return months.getOrDefault(name, 0);
    }

    private static List<Figure> halfDay(MatchResult match) {
        int hour = Integer.parseInt(match.group(1)) % NOON + (match.group(3).equals("p") ? NOON : 0);
        return List.of(new Figure.Time(hour * HOUR + minutes(match.group(2))));
    }

    private static List<Figure> time(MatchResult match) {
        int minutes = minutes(match.group(2)) + minutes(match.group(3)) + minutes(match.group(4));
        return List.of(new Figure.Time(Integer.parseInt(match.group(1)) * HOUR + minutes));
    }

    private static int minutes(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static List<Figure> grouped(MatchResult match) {
        String digits = NO_DIGIT.matcher(match.group()).replaceAll("");
        return digits.length() < SHORTEST_GROUPED ? List.of() : List.of(new Figure.Grouped(digits));
    }

    private static long cents(String amount) {
        Matcher decimals = DECIMALS.matcher(amount);
        boolean fraction = decimals.find();
        String whole = fraction ? amount.substring(0, decimals.start()) : amount;
        String cents = fraction ? (decimals.group(1) + "0").substring(0, 2) : "00";
        String digits = NO_DIGIT.matcher(whole).replaceAll("") + cents;
        return digits.length() > Long.toString(Long.MAX_VALUE).length() - 1 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static String plain(String number) {
        String whole = THOUSANDS.matcher(number).replaceAll("").replace(',', '.');
        return whole.replaceFirst("^0+(?=[0-9])", "");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> names = new HashMap<>();
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                Stream.of(TextStyle.FULL, TextStyle.SHORT)
                        .map(style -> month.getDisplayName(style, language.locale()))
                        .map(Spelling::folded)
                        .filter(name -> name.length() > 2)
                        .forEach(name -> names.put(name, month.getValue()));
            }
        }
        return names;
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream in = FigureReader.class.getResourceAsStream("figures.properties")) {
            if (in == null) {
                throw new IllegalStateException("no words beside numbers");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
