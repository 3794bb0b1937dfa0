package congressbot.bot.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Questions that want the same answer, as organisers see them.
///
/// @param asked how often
/// @param people by how many
/// @param last when it was asked last
/// @param text one of the questions, for all of them; masked
/// @param decision who answered or dismissed it
public record Group(
        long id, GroupStatus status, int asked, int people, Instant last, String text, Optional<Decision> decision) {
    @Override
    public String toString() {
        return "Group[" + id + ", " + status + "]";
    }

    /// What somebody did about it.
    ///
    /// @param published the answer, where there is one
    public record Decision(String by, Instant at, Optional<Published> published) {}

    /// An answer as it was written into the knowledge.
    ///
    /// @param document its name
    public record Published(String heading, String answer, String document) {}

    /// A group with its questions.
    ///
    /// @param asked the newest ones, masked
    /// @param reachable how many people can be told of an answer
    /// @param unreachable how many cannot: their channel only answers
    public record Whole(Group group, List<Asked> asked, int reachable, int unreachable, Telling telling) {
        public Whole {
            asked = List.copyOf(asked);
        }
    }

    /// How far those who asked were told the answer.
    public record Telling(int waiting, int told, int dropped) {}

    /// One question, as it was typed by one or several.
    ///
    /// @param id of the last one
    /// @param at when it was asked last
    public record Asked(long id, String text, int times, Instant at) {
        @Override
        public String toString() {
            return "Asked[" + id + "]";
        }
    }
}
