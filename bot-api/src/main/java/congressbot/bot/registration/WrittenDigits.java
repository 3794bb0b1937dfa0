package congressbot.bot.registration;

import java.util.ArrayList;
import java.util.List;

/// The digits of a text, and what stands between them.
///
/// @param places where each stands in the text
/// @param plain the digits as `0` to `9`
/// @param gaps what stands before each, from the digit before; after the last the rest
record WrittenDigits(List<Integer> places, String plain, List<String> gaps) {
    private static final int GROUP = 3;
    private static final int CHECK_DIGITS = Cpf.LENGTH - 2;

    WrittenDigits {
        places = List.copyOf(places);
        gaps = List.copyOf(gaps);
    }

    static WrittenDigits of(String text) {
        List<Integer> places = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        List<String> gaps = new ArrayList<>();
        int end = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (Character.isDigit(point)) {
                places.add(at);
                plain.append(Character.digit(point, 10));
                gaps.add(text.substring(end, at));
                end = next;
            }
            at = next;
        }
        gaps.add(text.substring(end));
        return new WrittenDigits(places, plain.toString(), gaps);
    }

    int count() {
        return places.size();
    }

    int at(int digit) {
        return places.get(digit);
    }

    /// Whether the eleven digits from this one on are a CPF, or look like one.
    boolean isCpf(int first) {
        return isNumber(first, Cpf.LENGTH)
                && (Cpf.valid(plain.substring(first, first + Cpf.LENGTH)) || standsAsOnTheCard(first));
    }

    /// Spreadsheets lose a zero at the beginning: ten digits in one.
    boolean isCpfWithoutItsZero(int first) {
        int length = Cpf.LENGTH - 1;
        return isNumber(first, length)
                && gaps.subList(first + 1, first + length).stream().allMatch(String::isEmpty)
                && Cpf.valid("0" + plain.substring(first, first + length));
    }

    /// No letter stands between these digits, and no other digit right beside them.
    private boolean isNumber(int first, int length) {
        int end = first + length;
        return end <= count()
                && (first == 0 || !gaps.get(first).isEmpty())
                && (end == count() || !gaps.get(end).isEmpty())
                && gaps.subList(first + 1, end).stream().noneMatch(WrittenDigits::hasLetter);
    }

    private static boolean hasLetter(String gap) {
        return gap.codePoints().anyMatch(Character::isLetter);
    }

    /// With its dots or its hyphen; `123.456.789,00` is an amount of money.
    private boolean standsAsOnTheCard(int first) {
        for (int i = 1; i < Cpf.LENGTH; i++) {
            String gap = gaps.get(first + i);
            boolean between = i % GROUP == 0;
            if (gap.contains(",") || (!between && !gap.isEmpty())) {
                return false;
            }
        }
        String last = gaps.get(first + CHECK_DIGITS);
        boolean hyphen = last.codePoints().anyMatch(point -> Character.getType(point) == Character.DASH_PUNCTUATION);
        return hyphen
                || (gaps.get(first + GROUP).contains(".")
                        && gaps.get(first + 2 * GROUP).contains("."));
    }
}
