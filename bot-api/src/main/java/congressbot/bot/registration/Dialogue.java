package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.List;

/// The registration dialogue of one congress. Pure and safe for use by many threads: understand a message, say what
/// must be looked up, decide what follows.
public final class Dialogue {
    private final Congress congress;

    public Dialogue(Congress congress, Municipalities municipalities, Words words) {
        this.congress = congress;
    }

    /// Understands a message, whatever it holds.
    public Heard hear(Content content, State state) {
        throw new UnsupportedOperationException("not written yet: " + congress.id());
    }

    /// Understands a text.
    public Heard hear(String text, State state) {
        throw new UnsupportedOperationException("not written yet: " + congress.id());
    }

    /// What must be known before [#next].
    public List<Lookup> lookups(State state, Heard heard) {
        throw new UnsupportedOperationException("not written yet: " + congress.id());
    }

    /// Decides what follows.
    ///
    /// @param facts the results of [#lookups], and what is always known
    public Move next(State state, Heard heard, Facts facts) {
        throw new UnsupportedOperationException("not written yet: " + congress.id());
    }

    /// The open question once more, with the state unchanged: for the engine's own notices.
    public Move again(State state, Facts facts) {
        throw new UnsupportedOperationException("not written yet: " + congress.id());
    }
}
