package congressbot.bot.registration;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By what two phones may be the same line. A Brazilian mobile number that had eight digits has nine
/// today, and the id of a WhatsApp account may have kept the eight: there is no rule by which one
/// could tell. So both forms are one candidate, which a person confirms; no number is ever written
/// anew by it. Numbers that begin with 2 to 5 after the area code never had another form: they are
/// landlines, or mobiles that had nine digits from their first day. The function `phone_line` of the
/// database compares by the same rule.
public final class PhoneLine {
    /// Digits as somebody types them who looks for a number: perhaps without the country, or the area.
    private static final Pattern TYPED = Pattern.compile("((?:55)?(?:[1-9][1-9])?)9?([6-9][0-9]{7})");

    private PhoneLine() {}

    /// The forms in which a number may be stored of which these digits are known: a part of it, or all.
    public static List<String> forms(String digits) {
        Matcher typed = TYPED.matcher(digits);
        return typed.matches()
                ? List.of(typed.group(1) + typed.group(2), typed.group(1) + "9" + typed.group(2))
                : List.of(digits);
    }
}
