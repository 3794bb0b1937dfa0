package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Text;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registration dialogue of one congress. Pure and safe for use by many threads: understand a message, say what
/// must be looked up, decide what follows.
public final class Dialogue {
    private final Congress congress;

    public Dialogue(Congress congress, Municipalities municipalities, Words words) {
        this.congress = congress;
    }

    /// Understands a message, whatever it holds.
    public Heard hear(Content content, State state) {
        return new Heard.Silence();
    }

    /// Understands a text.
    public Heard hear(String text, State state) {
        return new Heard.Unclear();
    }

    /// What must be known before [#next].
    public List<Lookup> lookups(State state, Heard heard) {
        return List.of();
    }

    /// Decides what follows.
    ///
    /// @param facts the results of [#lookups], and what is always known
    public Move next(State state, Heard heard, Facts facts) {
        return again(state, facts);
    }

    /// The open question once more, with the state unchanged: for the engine's own notices.
    public Move again(State state, Facts facts) {
        Text text = Text.of("todo", Map.of("congress", congress.name()));
        return new Move(state, List.of(), Optional.of(text), List.of(), List.of(), false);
    }
}
