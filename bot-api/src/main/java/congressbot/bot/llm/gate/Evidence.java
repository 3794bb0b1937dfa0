package congressbot.bot.llm.gate;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/// What an answer is held against.
///
/// @param passages all that the model was given, with what it looked up
/// @param facts of the congress: always true, whatever is cited
/// @param linkHosts hosts that any answer may link to
/// @param instructions of the prompt, which must not come back
/// @param canary a word of them that stands nowhere else
public record Evidence(
        Language language,
        List<Passage> passages,
        String facts,
        List<String> linkHosts,
        String instructions,
        String canary) {
    /// The id under which the state of the caller's own registration is cited: no passage has it.
    public static final long OWN_REGISTRATION = 0;

    public Evidence {
        passages = List.copyOf(passages);
        linkHosts = List.copyOf(linkHosts);
    }

    /// Our sentence about it; empty when it was not looked up.
    String ownRegistration() {
        return passages.stream()
                .filter(passage -> passage.id() == OWN_REGISTRATION)
                .map(Passage::body)
                .collect(Collectors.joining());
    }
}
