package congressbot.dev.dialogues;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of a script.
sealed interface Played {
    Script script();

    /// The first thing that is not as the script says; empty when all is.
    Optional<String> miss();

    /// How long a turn took.
    ///
    /// @param asked a free question was asked in it
    record Timed(Duration took, boolean asked) {}

    /// It was played to its end.
    ///
    /// @param replies of each turn
    /// @param rows what stands in the database
    /// @param times of each turn: the whole call, or calls
    record Whole(Script script, List<List<String>> replies, Rows rows, List<Timed> times) implements Played {
        public Whole {
            replies = List.copyOf(replies);
            times = List.copyOf(times);
        }

        /// The script with what the bot says now.
        Whole rewritten() {
            return new Whole(script.with(replies), replies, rows, times);
        }

        @Override
        public Optional<String> miss() {
            List<Act.Turn> turns = script.turns();
            for (int i = 0; i < turns.size(); i++) {
                Optional<String> difference =
                        difference("turn " + (i + 1), said(turns.get(i).replies()), said(replies.get(i)));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return rowsMiss();
        }

        /// What is wrong with the registrations alone, whatever the bot says.
        Optional<String> rowsMiss() {
            return difference("the rows", script.rows().text(), rows.text());
        }

        private static String said(List<String> replies) {
            return replies.isEmpty() ? "(nothing)" : String.join("\n---\n", replies);
        }

        private static Optional<String> difference(String where, String expected, String got) {
            return expected.equals(got)
                    ? Optional.empty()
                    : Optional.of("%s\nexpected: %s\ngot:      %s".formatted(where, indented(expected), indented(got)));
        }

        private static String indented(String text) {
            return text.replace("\n", "\n          ");
        }
    }

    /// It could not be played to its end.
    record BrokenOff(Script script, String why) implements Played {
        @Override
        public Optional<String> miss() {
            return Optional.of(why);
        }
    }
}
