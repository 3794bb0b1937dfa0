package congressbot.bot.knowledge;

import congressbot.bot.text.Spelling;
import java.util.regex.Pattern;

/// A slip of the finger or of the ear: whether somebody who typed one word may have meant another.
final class Slip {
    /// Shorter words are too near to each other.
    static final int SHORTEST = 5;

    /// From this length on, two slips are forgiven.
    private static final int TWO_FROM = 9;

    private static final Pattern HISSED = Pattern.compile("s?c(?=[eiy])|ss|z|x(?!$)");
    private static final Pattern HUSHED = Pattern.compile("ch|sh");
    private static final Pattern HARD = Pattern.compile("qu(?=[ei])|c|q");
    private static final Pattern SOFT = Pattern.compile("g(?=[ei])");
    private static final Pattern SILENT = Pattern.compile("h");
    private static final Pattern NASAL = Pattern.compile("n(?=[pbtdkgsfvjlr])|n$");
    private static final Pattern ROUND = Pattern.compile("l(?=[^aeiouh])|l$");
    private static final Pattern DOUBLE = Pattern.compile("(.)\\1");

    private Slip() {}

    static boolean isOne(String typed, String meant) {
        int allowed = typed.length() >= TWO_FROM ? 2 : 1;
        boolean sameStart = typed.charAt(0) == meant.charAt(0);
        return typed.length() >= SHORTEST
                && ((sameStart && Spelling.distance(typed, meant) <= allowed)
                        || sound(typed).equals(sound(meant)));
    }

    /// What a Brazilian ear hears, roughly: people write `almosso`, `ospedagem`, `sertificado`.
    static String sound(String word) {
        String heard = HUSHED.matcher(word).replaceAll("x");
        heard = HISSED.matcher(heard).replaceAll("s");
        heard = HARD.matcher(heard).replaceAll("k");
        heard = SOFT.matcher(heard).replaceAll("j");
        heard = SILENT.matcher(heard).replaceAll("");
        heard = NASAL.matcher(heard).replaceAll("m");
        heard = ROUND.matcher(heard).replaceAll("u");
        return DOUBLE.matcher(heard.replace('y', 'i').replace('w', 'v')).replaceAll("$1");
    }
}
