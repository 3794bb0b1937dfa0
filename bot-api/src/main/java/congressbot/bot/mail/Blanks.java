package congressbot.bot.mail;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The places `{name}` in a phrase. What was filled in is not searched again.
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]+)}");

    private Blanks() {}

    static Set<String> in(String phrase) {
        return BLANK.matcher(phrase).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    static String filled(String phrase, Map<String, String> values) {
        return BLANK.matcher(phrase)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
