package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import congressbot.wire.message.Option;

/// An answer that the person may pick, and what picking it means.
record Offer(Option option, Heard means) {
    /// Picked by id, by label, or by its number in the list.
    ///
    /// @param number what was typed, with "the second" as `2`
    boolean picked(String folded, String number, int place) {
        return number.equals(String.valueOf(place))
                || folded.equals(Spelling.folded(option.id()))
                || folded.equals(Spelling.folded(option.label()));
    }
}
