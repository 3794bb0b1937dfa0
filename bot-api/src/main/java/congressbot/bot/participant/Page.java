package congressbot.bot.participant;

import java.util.List;

/// A part of the list.
///
/// @param participants newest first
/// @param newer whether there are any above
/// @param older whether there are any below
public record Page(List<Participant> participants, boolean newer, boolean older) {
    public Page {
        participants = List.copyOf(participants);
    }
}
