package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import java.util.List;

/// A draft as its author sees it before it is published.
///
/// @param faults what keeps it from being published
/// @param blocks the text of a document, set; nothing where there are faults
/// @param facts what `congress.yaml` lets the bot say
public record Proof(List<Fault> faults, List<Block> blocks, List<Fact> facts) {
    public Proof {
        faults = List.copyOf(faults);
        blocks = List.copyOf(blocks);
        facts = List.copyOf(facts);
    }

    /// What is said of one topic.
    public record Fact(String topic, String said) {}

    static Proof faulty(List<Fault> faults) {
        return new Proof(faults, List.of(), List.of());
    }

    static Proof ofFacts(Document sheet) {
        return new Proof(
                List.of(),
                List.of(),
                sheet.sections().stream()
                        .map(section -> new Fact(section.heading(), String.join(" ", section.pieces())))
                        .toList());
    }
}
