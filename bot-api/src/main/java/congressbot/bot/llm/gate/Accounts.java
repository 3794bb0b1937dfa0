package congressbot.bot.llm.gate;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An e-mail address or account stands in the organisers' texts to the letter.
final class Accounts implements Check {
    private static final Pattern WITH_SIGN =
            Pattern.compile("[\\p{L}\\p{N}._%+-]*[@\uff20\ufe6b]\\s?[\\p{L}\\p{N}._-]*");

    private static final Pattern TRAIL = Pattern.compile("[._-]+$");
    private static final int LONGER_THAN_ENGLISH = 2;

    private final Set<String> signs;

    Accounts(List<Words> languages) {
        signs = languages.stream()
                .flatMap(words -> words.of(Meaning.SPOKEN_AT).stream())
                .filter(word -> word.indexOf(' ') < 0 && word.length() > LONGER_THAN_ENGLISH)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isBrokenBy(String answer, Proof proof) {
        boolean spoken = Arrays.stream(Spelling.folded(answer).split(" ", -1)).anyMatch(signs::contains);
        return spoken
                || WITH_SIGN
                        .matcher(answer)
                        .results()
                        .map(match -> TRAIL.matcher(match.group()).replaceFirst(""))
                        .anyMatch(address -> !stands(address, proof));
    }

    private static boolean stands(String address, Proof proof) {
        String whole = "(?<![\\p{L}\\p{N}._%+-])" + Pattern.quote(address) + "(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])";
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE)
                .matcher(proof.text())
                .find();
    }
}
