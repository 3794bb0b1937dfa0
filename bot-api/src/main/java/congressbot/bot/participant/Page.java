package congressbot.bot.participant;

import java.util.List;

/// A part of the list.
///
/// @param before whether there are any above
/// @param after whether there are any below
/// @param lost the registration on the edge of the page is gone: this is the beginning of the list
public record Page(List<Participant> participants, boolean before, boolean after, boolean lost) {
    public Page {
        participants = List.copyOf(participants);
    }
}
