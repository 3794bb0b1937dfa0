package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Understands that we are insulted, however it is spelt: with figures for letters, letters held
/// down, or one by one. Phrases that hold such a word and insult nobody (`bosta de boi` is manure)
/// are left out first.
final class Insults {
    private static final Map<Character, Character> FIGURES =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '@', 'a', '$', 's', '!', 'i', '7', 't', '*', ' ');

    /// A number, a price, a word: nothing is hidden there.
    private static final Pattern PLAIN = Pattern.compile("[^\\p{L}]*|\\p{L}+[!?.,;:]*");

    /// Of an address or of a page. Who writes so is called so, or works there: `fdp.adv@gmail.com`
    /// insults nobody.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?U)\\S+@\\S*\\.\\w\\S*|\\S*\\.\\w\\S*@\\S+|https?://\\S+|\\bwww\\.\\S+|[\\w.-]*\\w\\.[a-z]{2,6}\\b(?:/\\S*)?");

    /// An address that is not whole, or a letter that is hidden.
    private static final Pattern AT = Pattern.compile("\\S*@\\S+");

    private static final Pattern HELD_DOWN = Pattern.compile("(\\p{L})\\1{2,}");

    /// At least four letters, one by one.
    private static final Pattern SPELLED = Pattern.compile("(?<!\\S)(?:\\p{L} ){3,}\\p{L}(?!\\S)");

    private final Words words;

    Insults(Words words) {
        this.words = words;
    }

    boolean in(Said said) {
        String text = ADDRESS.matcher(said.text()).replaceAll(" ");
        return stands(AT.matcher(text).replaceAll(" ")) || stands(unmasked(text));
    }

    private boolean stands(String text) {
        String folded = Spelling.folded(text);
        String once = HELD_DOWN.matcher(folded).replaceAll("$1");
        return insults(folded) || insults(once) || insults(joined(folded));
    }

    private boolean insults(String folded) {
        return words.contains(Meaning.INSULT, folded)
                && words.contains(Meaning.INSULT, words.without(Meaning.HARMLESS, folded));
    }

    private static String joined(String folded) {
        return SPELLED.matcher(folded).replaceAll(letters -> letters.group().replace(" ", ""));
    }

    private static String unmasked(String text) {
        return Stream.of(text.split("\\s+"))
                .map(word -> PLAIN.matcher(word).matches() ? word : lettered(word))
                .collect(Collectors.joining(" "));
    }

    private static String lettered(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        word.chars().forEach(letter -> plain.append(FIGURES.getOrDefault((char) letter, (char) letter)));
        return plain.toString();
    }
}
