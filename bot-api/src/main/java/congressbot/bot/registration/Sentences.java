package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Makes our sentences, each with what every sentence may name: the congress, its organisers, the privacy notice.
final class Sentences {
    private final Map<String, String> always = new HashMap<>();
    private final String attended;

    Sentences(Congress congress) {
        always.put("congress", congress.name());
        always.put("short", congress.called());
        always.put("contact", congress.contact().line());
        always.put("controller", congress.controller());
        always.put("attendant", congress.attendant());
        always.put("pause", shown(congress.attendance().pause()));
        congress.attendance().hours().ifPresent(hours -> always.put("attendance", hours));
        attended = congress.attendance().hours().isPresent() ? "attended.hours" : "attended.soon";
        congress.privacyUrl().ifPresent(url -> always.put("privacyUrl", url.toString()));
    }

    boolean linksToPrivacy() {
        return always.containsKey("privacyUrl");
    }

    /// Who will answer and when, and how one goes on without.
    Text attended() {
        return say(attended, 0);
    }

    /// `2h`, `45min`, `1h30`: in every language the same.
    private static String shown(Duration pause) {
        long hours = pause.toHours();
        long minutes = pause.toMinutesPart();
        if (hours == 0) {
            return minutes + "min";
        }
        return hours + "h" + (minutes == 0 ? "" : "%02d".formatted(minutes));
    }

    /// The sentence as it is said after so many tries.
    Text say(String key, int attempt) {
        return new Text(key, always, attempt);
    }

    Text say(String key, int attempt, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(always);
        all.putAll(values);
        return new Text(key, all, attempt);
    }
}
