package congressbot.bot.conversation;

import congressbot.bot.attention.Attention;
import congressbot.bot.registration.GoingOn;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.State;

/// What ends the silence of the bot before its time. Nobody who wants to register waits for a person: while one is only
/// wanted, whatever brings a registration forward is taken as ever. Who is in a talk with the organisers on their own
/// phone has to ask for the bot; who was taken over is theirs.
final class Resuming {
    private Resuming() {}

    /// Whether this message does.
    ///
    /// @param calls how it calls the bot back
    static boolean endsBy(Heard heard, State state, Attention attention, Reception.Calls calls) {
        return switch (attention.kind()) {
            case WAITING -> calls != Reception.Calls.NOBODY || GoingOn.by(heard, state);
            case PHONE -> calls == Reception.Calls.THE_BOT;
            case TAKEN -> false;
        };
    }
}
