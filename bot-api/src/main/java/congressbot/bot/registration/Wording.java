package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A stretch of a message as folded words, which still knows how it was typed.
///
/// @param text the whole message, cleaned
record Wording(String text, List<Word> words) {
    /// @param start where it begins in the text
    /// @param end where it ends, exclusive
    record Word(String folded, int start, int end) {}

    /// Only letters and digits make words.
    static Wording of(String cleaned) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= cleaned.length(); i++) {
            boolean letter = i < cleaned.length() && isLetter(cleaned, i);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                add(words, cleaned, start, i);
                start = -1;
            }
        }
        return new Wording(cleaned, List.copyOf(words));
    }

    /// Anything above the basic plane counts: only folding knows whether it is a letter (`𝓢`).
    private static boolean isLetter(String text, int i) {
        char letter = text.charAt(i);
        return Character.isLetterOrDigit(letter)
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static void add(List<Word> words, String text, int start, int end) {
        for (String folded : List.of(Spelling.folded(text.substring(start, end)).split(" "))) {
            if (folded.codePoints().allMatch(Character::isLetterOrDigit) && !folded.isEmpty()) {
                words.add(new Word(folded, start, end));
            }
        }
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The words with a space between.
    String spaced() {
        return words.stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    /// The words without a space between.
    String joined() {
        return words.stream().map(Word::folded).collect(Collectors.joining());
    }

    String word(int i) {
        return words.get(i).folded();
    }

    Wording first(int count) {
        return part(0, count);
    }

    Wording last(int count) {
        return part(size() - count, size());
    }

    Wording from(int start) {
        return part(start, size());
    }

    private Wording part(int from, int to) {
        return new Wording(text, words.subList(from, to));
    }

    /// As it stands in the message.
    String asTyped() {
        return isEmpty()
                ? ""
                : text.substring(words.getFirst().start(), words.getLast().end());
    }

    /// What stands between this and what follows it in the message: spaces, or punctuation too.
    boolean isFollowedByPunctuation() {
        int end = isEmpty() ? 0 : words.getLast().end();
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end < text.length() && ",;:-–—/|(".indexOf(text.charAt(end)) >= 0;
    }

    /// Who types accents means them.
    boolean hasAccents() {
        return !text.chars().allMatch(letter -> letter < 0x80);
    }

    /// This name stands here with exactly its accents.
    boolean isSpelt(String name) {
        return plain(asTyped()).equals(plain(name));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letter -> plain.append((char) letter));
        return plain.toString();
    }
}
