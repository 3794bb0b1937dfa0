package congressbot.bot.panel.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.knowledge.Difference;
import congressbot.bot.knowledge.Edition;
import congressbot.bot.knowledge.Proof;
import congressbot.bot.knowledge.Shelf;
import java.util.List;
import java.util.Optional;

/// What the page of a document shows.
///
/// @param last the version that the text was begun on
/// @param content as it stands in the field
/// @param proof how it would be read; empty before it was asked for
/// @param conflict what somebody else saved meanwhile
public record Editor(Edition last, String content, Optional<Proof> proof, Optional<Conflict> conflict, Trial trial) {
    /// What somebody else saved meanwhile.
    ///
    /// @param difference between what was saved and what stands in the field
    public record Conflict(Edition saved, Difference difference) {}

    public String shown() {
        return Names.shown(last.name());
    }

    public String path() {
        return Names.path(last.name());
    }

    public boolean isCongress() {
        return last.name().equals(Shelf.CONGRESS);
    }

    public List<Fault> faults() {
        return proof.map(Proof::faults).orElse(List.of());
    }
}
