package congressbot.bot.llm;

import com.fasterxml.jackson.databind.JsonNode;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.gate.Evidence;
import congressbot.bot.llm.openai.Tool;
import congressbot.bot.llm.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the model may look up for one question: passages for other words, and the state of the caller's own
/// registration. It reads and changes nothing, and it knows of nobody else.
final class Lookup {
    private static final int SHORTEST_TERM = 2;
    private static final int LONGEST_TERM = 80;
    private static final int MOST_WISHES = 6;
    private static final int MOST_FOUND = 4;

    private final Prompts prompts;
    private final Inquiry.Tools tools;
    private final Redaction redaction;
    private final List<Passage> known;
    private int wishes;
    private boolean personal;

    /// @param given passages that the model has already
    Lookup(Prompts prompts, Inquiry.Tools tools, Redaction redaction, List<Passage> given) {
        this.prompts = prompts;
        this.tools = tools;
        this.redaction = redaction;
        known = new ArrayList<>(given);
    }

    List<Tool> tools() {
        return List.of(prompts.searchTool(), prompts.registrationTool());
    }

    /// The passages that the model was given, with those that it found.
    List<Passage> passages() {
        return List.copyOf(known);
    }

    /// Whether anything was looked up that concerns the caller alone.
    boolean isPersonal() {
        return personal;
    }

    /// What is answered to a wish, as JSON.
    String answer(Tool.Wish wish) {
        if (++wishes > MOST_WISHES) {
            return prompts.failure("enough");
        }
        if (wish.name().equals(prompts.searchTool().name())) {
            return term(wish).map(this::search).orElseGet(() -> prompts.failure("arguments"));
        }
        if (wish.name().equals(prompts.registrationTool().name())) {
            return registration();
        }
        return prompts.failure("unknown");
    }

    private Optional<String> term(Tool.Wish wish) {
        String field = prompts.searchTool().arguments().fields().getFirst().name();
        return ModelJson.object(wish.arguments())
                .map(arguments -> arguments.path(field))
                .filter(JsonNode::isTextual)
                .map(term -> redaction.redacted(term.textValue()))
                .filter(term -> term.length() >= SHORTEST_TERM && term.length() <= LONGEST_TERM);
    }

    private String search(String term) {
        List<Passage> found =
                tools.search().apply(term).stream().limit(MOST_FOUND).toList();
        found.forEach(this::remember);
        return prompts.found(found);
    }

    private String registration() {
        String state = redaction.redacted(tools.registration().get());
        Passage told = new Passage(Evidence.OWN_REGISTRATION, prompts.registrationTitle(), "", state, "");
        remember(told);
        personal = true;
        return prompts.found(List.of(told));
    }

    private void remember(Passage passage) {
        if (known.stream().noneMatch(other -> other.id() == passage.id())) {
            known.add(passage);
        }
    }
}
