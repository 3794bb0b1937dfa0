package congressbot.bot.panel.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.panel.Wording;
import java.util.Locale;

/// Says to organisers what is wrong with a text of theirs.
public final class FaultWords {
    private FaultWords() {}

    public static String said(Wording wording, Fault fault) {
        String said = wording.said("fault." + fault.kind().name().toLowerCase(Locale.ROOT));
        for (int at = 0; at < fault.values().size(); at++) {
            String value = fault.values().get(at);
            said = said.replace(
                    "{" + at + "}", wording.find("fault.field." + value).orElse(value));
        }
        return said;
    }
}
