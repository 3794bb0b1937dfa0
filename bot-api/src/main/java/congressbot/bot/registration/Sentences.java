package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Text;
import java.util.HashMap;
import java.util.Map;

/// Makes our sentences, each with what every sentence may name: the congress, its organisers, the privacy notice.
final class Sentences {
    private final Map<String, String> always = new HashMap<>();

    Sentences(Congress congress) {
        always.put("congress", congress.name());
        always.put("short", congress.called());
        always.put("contact", congress.contact().line());
        always.put("controller", congress.controller());
        congress.privacyUrl().ifPresent(url -> always.put("privacyUrl", url.toString()));
    }

    boolean linksToPrivacy() {
        return always.containsKey("privacyUrl");
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
