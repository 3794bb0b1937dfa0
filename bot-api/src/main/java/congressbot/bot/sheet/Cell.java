package congressbot.bot.sheet;

import java.time.Instant;

/// What stands in one cell of a file that we write.
public sealed interface Cell {
    /// Never calculated with, whatever it looks like: leading zeros stay.
    record Text(String text) implements Cell {
        @Override
        public String toString() {
            return "Text";
        }
    }

    record Whole(long number) implements Cell {}

    /// Day and time in Brasília.
    record Moment(Instant at) implements Cell {}
}
